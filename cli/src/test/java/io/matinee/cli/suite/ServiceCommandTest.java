package io.matinee.cli.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.cli.connection.Service;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What services are told by their environment. */
class ServiceCommandTest {
  private static final String ROOTS = "MATINEE_TRAINER_IMPORT_ROOTS";

  @TempDir Path folder;

  @Test
  void letsTheTrainerReadTheHomesDataAndWhatIsNamed() {
    SuiteHome home = new SuiteHome(folder);
    assertThat(new ServiceCommand(folder, home, Ports.DEFAULT).environment(Service.TRAINER))
        .containsEntry(ROOTS, home.data().toString());
    ServiceCommand more =
        new ServiceCommand(folder, home, Ports.DEFAULT, List.of(Path.of("/a,b/../c,d")));
    assertThat(more.environment(Service.TRAINER)).containsEntry(ROOTS, home.data() + ",/c\\,d");
    assertThat(more.environment(Service.SERVING)).doesNotContainKey(ROOTS);
  }

  @Test
  void writesPathsAsTheConfigurationReadsThem() {
    SuiteHome home = new SuiteHome(folder.resolve("${HOME}, $x"));
    ServiceCommand command =
        new ServiceCommand(folder, home, Ports.DEFAULT, List.of(Path.of("/a\\$b,c")));
    assertThat(command.environment(Service.TRAINER))
        .containsEntry("MATINEE_TRAINER_HOME", folder + "/\\${HOME}, \\$x/trainer")
        .containsEntry(ROOTS, folder + "/\\${HOME}\\, \\$x/data,/a\\\\\\$b\\,c");
    assertThat(command.environment(Service.METRICS))
        .containsEntry("MATINEE_METRICS_HOME", folder + "/\\${HOME}, \\$x/metrics");
  }

  @Test
  void letsServicesNameAnyFileWhateverTheLocale() {
    SuiteHome home = new SuiteHome(folder);
    for (Service service : Service.values()) {
      assertThat(new ServiceCommand(folder, home, Ports.DEFAULT).environment(service))
          .containsEntry("LC_ALL", "C.UTF-8");
    }
  }
}

package io.matinee.cli.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matinee.cli.connection.Service;
import io.matinee.cli.failure.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchivesTest {
  @TempDir Path root;

  @Test
  void aServiceThatLeavesNoArchiveIsNamedWithTheEndOfItsLog() throws IOException {
    Path application = application();
    Files.writeString(application.resolve("quarkus-run.jar"), "no program");
    ClassArchives archives = new ClassArchives(root);

    assertThatThrownBy(() -> archives.record(List.of(Service.METRICS)))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("metrics left no class archive")
        .hasMessageContaining("Invalid or corrupt jarfile");
    assertThat(archives.missing()).contains(Service.METRICS);
  }

  @Test
  void aServiceStartsFromItsArchiveWhenThereIsOne() throws IOException {
    Path application = application();
    Files.writeString(application.resolve("quarkus-run.jar"), "a program");
    ServiceCommand command =
        new ServiceCommand(root, new SuiteHome(root.resolve("home")), Ports.DEFAULT);
    assertThat(command.arguments(Service.METRICS)).noneMatch(word -> word.contains("Archive"));

    Path archive = Files.writeString(application.resolve("classes.jsa"), "an archive");

    assertThat(new ClassArchives(root).missing()).doesNotContain(Service.METRICS);
    assertThat(command.arguments(Service.METRICS)).contains("-XX:SharedArchiveFile=" + archive);
  }

  private Path application() throws IOException {
    return Files.createDirectories(root.resolve(Path.of("metrics", "target", "quarkus-app")));
  }
}

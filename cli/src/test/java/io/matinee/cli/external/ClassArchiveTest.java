package io.matinee.cli.external;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.cli.connection.Service;
import io.matinee.cli.suite.ClassArchives;
import io.matinee.cli.suite.FreePorts;
import io.matinee.cli.suite.Repository;
import io.matinee.cli.suite.Suite;
import io.matinee.cli.suite.SuiteHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("external")
class ClassArchiveTest {
  @TempDir Path folder;

  @Test
  void aPackagedServiceRecordsItsClassesAndMapsThemAtTheNextStart() throws IOException {
    ClassArchives archives = new ClassArchives(Repository.root());
    archives.record(archives.missing());
    assertThat(archives.missing()).isEmpty();

    Suite suite = new Suite(Repository.root(), new SuiteHome(folder), FreePorts.find(), false);
    suite.start(List.of(Service.METRICS));
    try {
      Path maps = Path.of("/proc", Long.toString(suite.pid(Service.METRICS)), "maps");
      assertThat(Files.readString(maps)).contains("metrics/target/quarkus-app/classes.jsa");
    } finally {
      suite.stop();
    }
  }
}

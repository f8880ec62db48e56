package io.matinee.cli.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.cli.connection.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFileTest {
  private static final long HOUR = Duration.ofHours(1).toMillis();

  @TempDir Path folder;

  private final RunFile file =
      RunFile.of(ProcessHandle.current(), Service.TRAINER, new Ports(1, 11));

  @Test
  void findsItsProcessHoweverTheClockWasSetSince() {
    assertThat(started(file.startedAtMillis() - HOUR, file.birth()).process())
        .contains(ProcessHandle.current());
  }

  @Test
  void takesNoLaterProcessOfTheIdForItsOwn() {
    assertThat(started(file.startedAtMillis(), file.birth() + "0").process()).isEmpty();
    assertThat(started(file.startedAtMillis(), "").process()).isEmpty();
  }

  @Test
  void isReadAsItWasWritten() {
    Path place = folder.resolve("trainer.json");
    file.write(place);
    assertThat(RunFile.read(place)).contains(file);
  }

  @Test
  void ofAnEarlierFormItIsNobodys() throws IOException {
    Path place = folder.resolve("trainer.json");
    Files.writeString(
        place,
        """
        {"pid": %d, "startedAtMillis": %d, "port": 1, "httpPort": 11, "restarts": 0, "lastEnd": ""}
        """
            .formatted(file.pid(), file.startedAtMillis()));
    assertThat(RunFile.read(place).flatMap(RunFile::process)).isEmpty();
  }

  private RunFile started(long millis, String birth) {
    return new RunFile(
        file.pid(), birth, millis, file.port(), file.httpPort(), file.restarts(), file.lastEnd());
  }
}

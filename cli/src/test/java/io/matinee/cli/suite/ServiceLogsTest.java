package io.matinee.cli.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.cli.connection.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceLogsTest {
  @TempDir Path folder;
  private SuiteHome home;

  @BeforeEach
  void prepare() {
    home = new SuiteHome(folder);
  }

  @Test
  void theFirstErrorIsToldWithItsLastCauseAndWithoutThoseOfAnEarlierStart() throws IOException {
    log("2026-11-27T08:09:19.946Z ERROR [] io.ma.X: of the start before\n");
    ServiceLogs.Mark mark = ServiceLogs.mark(home, Service.TRAINER);
    log(
        """
        2026-11-27T08:09:19.946Z INFO  [] io.ma.X: begins
        2026-11-27T08:09:19.946Z ERROR [] io.qu.gr.ru.GrpcServerRecorder: Unable to start: x.Broken: cannot use a.db
        \tat a.B.c(B.java:1)
        Caused by: x.Middle
        Caused by: x.Root: no database
        \t... 77 more

        2026-11-27T08:09:20.006Z ERROR [] io.qu.ru.Application: Failed to start application
        Caused by: x.Later
        """);
    ServiceLogs left = ServiceLogs.since(mark, home, Service.TRAINER);
    assertThat(left.firstError())
        .contains("Unable to start: x.Broken: cannot use a.db; x.Root: no database");
    assertThat(left.tail(4))
        .containsExactly(
            "Caused by: x.Middle",
            "Caused by: x.Root: no database",
            "2026-11-27T08:09:20.006Z ERROR [] io.qu.ru.Application: Failed to start application",
            "Caused by: x.Later");
  }

  @Test
  void withoutALogItIsWhatTheProcessPrinted() throws IOException {
    Files.writeString(
        home.output(Service.TRAINER),
        "Another trainer uses the home.\nWARNING: Using incubator modules: jdk.incubator.vector\n");
    assertThat(ServiceLogs.since(ServiceLogs.Mark.BEGINNING, home, Service.TRAINER).firstError())
        .contains("Another trainer uses the home.");
  }

  @Test
  void ofALargeLogOnlyTheEndIsRead() throws IOException {
    log("x\n".repeat(1_000_000) + "end\n");
    assertThat(LogTail.of(home.log(Service.TRAINER), 2)).containsExactly("x", "end");
    assertThat(LogTail.since(home.log(Service.TRAINER), 0).size()).isLessThan(100_000);
  }

  private void log(String text) throws IOException {
    Files.writeString(
        home.log(Service.TRAINER), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}

package io.matinee.cli.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matinee.cli.connection.Endpoint;
import io.matinee.cli.connection.Service;
import io.matinee.cli.failure.CommandFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteTest {
  @TempDir Path folder;

  @Test
  void aTakenPortGetsOneLineWithTheFix() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      Suite suite = new Suite(folder, new SuiteHome(folder), new Ports(port, port + 10), false);

      assertThatThrownBy(suite::start)
          .isInstanceOf(CommandFailure.class)
          .hasMessage(
              "port %d (trainer, gRPC) is taken: stop the program that listens there, or choose other ports with --first-port %d"
                  .formatted(port, port + 100));
    }
  }

  @Test
  void aModuleThatIsNotBuiltIsNamed() throws IOException {
    Suite suite = new Suite(folder, new SuiteHome(folder), FreePorts.find(), false);

    assertThatThrownBy(suite::start)
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("trainer is not built");
  }

  @Test
  void aServiceThatEndsEarlyShowsTheEndOfItsLog() throws IOException {
    for (Service service : Service.values()) {
      Path program = folder.resolve(service.id()).resolve("target").resolve("quarkus-app");
      Files.createDirectories(program);
      Files.writeString(program.resolve("quarkus-run.jar"), "no archive");
    }
    SuiteHome home = new SuiteHome(folder.resolve("home"));
    Suite suite = new Suite(folder, home, FreePorts.find(), false);

    assertThatThrownBy(suite::start)
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("ended while starting")
        .hasMessageContaining("Invalid or corrupt jarfile");
    assertThat(SuiteState.of(home).running()).isEmpty();
  }

  @Test
  void aServiceThatHasEndedIsLookedForWhereItListenedAsLongAsAnotherRuns() {
    SuiteHome home = new SuiteHome(folder);
    new RunFile(1, "", 0, 7001, 7081, 0, "").write(home.runFile(Service.TRAINER));
    assertThat(SuiteState.of(home).endpoints()).isEmpty();

    RunFile.of(ProcessHandle.current(), Service.SERVING, new Ports(7001, 7081))
        .write(home.runFile(Service.SERVING));
    assertThat(SuiteState.of(home).endpoints())
        .isEqualTo(
            Map.of(Service.TRAINER, Endpoint.local(7001), Service.SERVING, Endpoint.local(7002)));
  }

  @Test
  void theHomeIsMadeForItsOwnerAlone() throws IOException {
    SuiteHome home = new SuiteHome(folder.resolve("home"));
    RunFile.of(ProcessHandle.current(), Service.TRAINER, new Ports(7001, 7081))
        .write(home.runFile(Service.TRAINER));

    for (Path made : List.of(home.folder(), home.state(Service.TRAINER), home.data())) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
          .as(made.toString())
          .isEqualTo("rwx------");
    }
  }

  @Test
  void endingAProcessEndsItsChildrenToo() throws IOException {
    Process parent =
        new ProcessBuilder("sh", "-c", "trap '' TERM; sleep 600 & echo started; wait; wait")
            .start();
    assertThat(parent.inputReader().readLine()).isEqualTo("started");
    List<ProcessHandle> children = parent.descendants().toList();
    assertThat(children).isNotEmpty();

    ProcessEnding.end(List.of(parent.toHandle()), Duration.ofMillis(100));

    assertThat(parent.isAlive()).isFalse();
    assertThat(children).noneMatch(ProcessHandle::isAlive);
  }
}

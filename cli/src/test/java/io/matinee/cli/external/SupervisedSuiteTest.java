package io.matinee.cli.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.longrunning.Operation;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthGrpc;
import io.matinee.cli.connection.Connection;
import io.matinee.cli.connection.ConnectionSettings;
import io.matinee.cli.connection.Service;
import io.matinee.cli.external.CommandLineProgram.Result;
import io.matinee.cli.failure.ExitCode;
import io.matinee.cli.suite.FreePorts;
import io.matinee.cli.suite.Ports;
import io.matinee.cli.suite.Running;
import io.matinee.cli.suite.SuiteHome;
import io.matinee.cli.suite.SuiteState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./matinee up} leaves running. */
@Tag("external")
class SupervisedSuiteTest {
  private static final int MANY_USERS = 3_500;
  private static final int MANY_MOVIES = 2_000;

  /**
   * A JVM reads this variable after its command line. What sorts ratings to find repeats among them
   * takes 28 MiB for those here.
   */
  private static final Map<String, String> TOO_SMALL_TO_SORT = Map.of("_JAVA_OPTIONS", "-Xmx48m");

  @TempDir Path folder;
  private SuiteHome home;
  private Ports ports;

  @BeforeEach
  void prepare() throws IOException {
    home = new SuiteHome(folder.resolve("home"));
    ports = FreePorts.find();
  }

  @AfterEach
  void stop() {
    SuiteState.of(home).stop();
  }

  @Test
  void aKilledServiceComesBackAndAKilledSupervisorIsMissedButNotNeeded() throws Exception {
    Result up = up(Map.of());
    assertThat(up.status()).as(up.output()).isZero();
    Running killed = running(Service.SERVING);
    ProcessHandle process = ProcessHandle.of(killed.pid()).orElseThrow();
    process.destroyForcibly();
    process.onExit().join();

    awaitAnswer(Service.SERVING);

    assertThat(running(Service.SERVING).pid()).isNotEqualTo(killed.pid());
    assertThat(run("status").output()).contains("exit status unknown").doesNotContain("supervisor");
    assertThat(Files.readString(home.log(Service.SERVING))).contains("Started gRPC server");
    assertThat(Files.readString(home.output(Service.SERVING))).doesNotContain("gRPC server");

    ProcessHandle supervisor = supervisor();
    supervisor.destroyForcibly();
    supervisor.onExit().join();
    List<ProcessHandle> services = new ArrayList<>();
    SuiteState.of(home)
        .running()
        .forEach(running -> services.add(ProcessHandle.of(running.pid()).orElseThrow()));
    assertThat(services).hasSize(Service.values().length);

    assertThat(run("status").output()).contains("No supervisor runs");
    assertThat(run("down").output()).contains("Stopped trainer, serving, similarity, metrics");
    assertThat(services).noneMatch(ProcessHandle::isAlive);
  }

  @Test
  void aServiceWithoutMemoryExitsAndIsStartedAgain() throws Exception {
    Path ratings =
        RatingsFile.writeScattered(home.data().resolve("ratings.csv"), MANY_USERS, MANY_MOVIES, 1);
    assertThat(up(TOO_SMALL_TO_SORT).status()).isZero();
    try (PackagedTrainer trainer = new PackagedTrainer(home, ports)) {
      importUntilTheTrainerEnds(trainer, ratings);
      assertThat(lastEnd(Service.TRAINER)).contains("Terminating due to", "OutOfMemoryError");

      importUntilTheTrainerEnds(trainer, ratings);
      assertThat(lastEnd(Service.TRAINER)).contains("exit status 3: Terminating due to");
    }
  }

  @Test
  void aServiceThatStandsStillIsEndedAndStartedAgainAndItAlone() throws Exception {
    assertThat(up(Map.of()).status()).isZero();
    List<Running> before = SuiteState.of(home).running();
    ProcessHandle stopped = ProcessHandle.of(running(Service.TRAINER).pid()).orElseThrow();
    assertThat(new ProcessBuilder("kill", "-STOP", Long.toString(stopped.pid())).start().waitFor())
        .isZero();

    stopped.onExit().join();
    awaitAnswer(Service.TRAINER);

    assertThat(lastEnd(Service.TRAINER)).contains("it stood still: no answer within");
    assertThat(Files.readString(home.folder().resolve("logs/supervisor.out")))
        .contains("trainer stands still (no answer");
    assertThat(SuiteState.of(home).running())
        .containsAll(before.subList(1, before.size()))
        .doesNotContain(before.getFirst());
  }

  @Test
  void stoppingEndsTheSupervisorBeforeItStartsAnythingAgain() throws Exception {
    assertThat(up(Map.of()).status()).isZero();
    ProcessHandle supervisor = supervisor();

    assertThat(run("down").output()).contains("Stopped trainer, serving, similarity, metrics");

    assertThat(supervisor.isAlive()).isFalse();
    assertThat(SuiteState.of(home).running()).isEmpty();
    assertThat(run("down").output()).contains("Nothing runs");
  }

  @Test
  void aBrokenDatabaseIsToldAsTheTrainerTellsIt() throws Exception {
    byte[] garbage = new byte[20_000];
    new Random(1).nextBytes(garbage);
    Path database = home.state(Service.TRAINER).resolve("matinee.db");
    Files.write(database, garbage);

    Result up = up(Map.of());

    assertThat(up.status()).isEqualTo(ExitCode.PROCESS.number());
    assertThat(up.output().lines().filter(line -> line.startsWith("matinee: ")).findFirst())
        .hasValueSatisfying(
            line ->
                assertThat(line)
                    .contains("trainer ended while starting", "is not a database")
                    .contains("cannot use the trainer's database " + database)
                    .doesNotContain("free the port"));
  }

  private Result up(Map<String, String> environment) throws IOException, InterruptedException {
    return CommandLineProgram.run(
        environment,
        "up",
        "--home",
        home.folder().toString(),
        "--first-port",
        Integer.toString(ports.firstGrpc()),
        "--first-http-port",
        Integer.toString(ports.firstHttp()));
  }

  private Result run(String command) throws IOException, InterruptedException {
    return CommandLineProgram.run(Map.of(), command, "--home", home.folder().toString());
  }

  private void importUntilTheTrainerEnds(PackagedTrainer trainer, Path ratings) throws Exception {
    ProcessHandle process = ProcessHandle.of(running(Service.TRAINER).pid()).orElseThrow();
    Operation running = trainer.begin(PackagedTrainer.DATASET, ratings);
    assertThatExceptionOfType(StatusRuntimeException.class)
        .as("the trainer outlives the import")
        .isThrownBy(() -> trainer.ended(running));
    process.onExit().join();
    assertThat(PackagedTrainer.reason(trainer.ended(running))).isEqualTo("RUN_LOST");
  }

  private Running running(Service service) {
    return SuiteState.of(home).running().stream()
        .filter(running -> running.service() == service)
        .findFirst()
        .orElseThrow();
  }

  private String lastEnd(Service service) {
    return SuiteState.of(home).written(service).orElseThrow().lastEnd();
  }

  private ProcessHandle supervisor() {
    return ProcessHandle.allProcesses()
        .filter(
            process ->
                process.info().commandLine().orElse("").contains("Supervisor " + home.folder()))
        .findFirst()
        .orElseThrow();
  }

  private void awaitAnswer(Service service) {
    try (Connection connection =
        new Connection(ConnectionSettings.plain(ports.endpoints()), Duration.ofMinutes(1))) {
      var _ =
          HealthGrpc.newBlockingStub(connection.channel(service))
              .withWaitForReady()
              .withDeadlineAfter(2, TimeUnit.MINUTES)
              .check(HealthCheckRequest.getDefaultInstance());
    }
  }
}

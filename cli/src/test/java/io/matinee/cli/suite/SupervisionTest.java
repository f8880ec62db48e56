package io.matinee.cli.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.cli.connection.Service;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("process")
class SupervisionTest {
  @TempDir Path folder;
  private final BlockingQueue<String> news = new LinkedBlockingQueue<>();
  private Ports ports;
  private SuiteHome home;
  private SuiteProcesses processes;
  private LivenessServer liveness;

  @BeforeEach
  void startAServiceThatDoesNothing() throws IOException {
    writeProgram(folder.resolve(Path.of("serving", "target", "quarkus-app", "quarkus-run.jar")));
    home = new SuiteHome(folder.resolve("home"));
    ports = FreePorts.find();
    liveness = new LivenessServer(ports.http(Service.SERVING), 200);
    processes = new SuiteProcesses(folder, home, ports, false);
    processes.start(Service.SERVING);
  }

  private void supervise(SuiteProcesses supervised) {
    Clock clock = Clock.systemUTC();
    new Supervision(
            home,
            supervised,
            () -> new RestartPauses(Duration.ofMillis(1), Duration.ofMillis(1)),
            new LivenessWatch(new LivenessProbe(), Duration.ofMillis(10), clock),
            clock,
            (service, told) -> news.add(service.id() + " " + told))
        .begin();
  }

  @AfterEach
  void stop() {
    processes.stop();
    liveness.close();
  }

  /** As the supervisor does that {@code ./matinee up} leaves behind. */
  @Test
  void howAProcessEndedThatAnotherOneStartedIsUnknown() throws Exception {
    SuiteProcesses adopting = new SuiteProcesses(folder, home, ports, false);
    try {
      supervise(adopting);
      long first = serving().pid();
      kill();
      assertThat(news.poll(60, TimeUnit.SECONDS)).contains("exit status unknown");
      assertThat(awaitLifeOtherThan(first).lastEnd()).contains("exit status unknown");
    } finally {
      adopting.stop();
    }
  }

  @Test
  void whatEndsUnaskedIsStartedAgainAndItsRunFileSaysWhy() throws Exception {
    supervise(processes);
    long first = serving().pid();
    kill();
    assertThat(news.poll(60, TimeUnit.SECONDS))
        .startsWith("serving ended (")
        .contains("exit status 137");
    RunFile second = awaitLifeOtherThan(first);
    assertThat(second.restarts()).isEqualTo(1);
    assertThat(second.lastEnd()).contains("exit status 137");

    kill();
    assertThat(news.poll(60, TimeUnit.SECONDS)).contains("exit status 137");
    RunFile third = awaitLifeOtherThan(second.pid());
    assertThat(third.restarts()).isEqualTo(2);
    assertThat(third.lastEnd()).contains("exit status 137");
  }

  @Test
  void whatStandsStillIsEndedAndStartedAgainAndItsRunFileSaysWhy() throws Exception {
    supervise(processes);
    long first = serving().pid();
    liveness.fail();
    assertThat(news.poll(60, TimeUnit.SECONDS))
        .isEqualTo("serving stands still (%s) and is ended", LivenessServer.COMPLAINT);
    assertThat(news.poll(60, TimeUnit.SECONDS)).contains("it stood still", "starts again");
    RunFile second = awaitLifeOtherThan(first);
    assertThat(second.restarts()).isEqualTo(1);
    assertThat(second.lastEnd()).endsWith("it stood still: " + LivenessServer.COMPLAINT);
    assertThat(ProcessHandle.of(first)).isEmpty();
  }

  @Test
  void whatIsStoppedStaysAway() {
    supervise(processes);
    processes.stop();
    assertThat(SuiteState.of(home).running()).isEmpty();
    assertThat(SuiteState.of(home).written(Service.SERVING)).isEmpty();
    assertThat(news).isEmpty();
  }

  private void kill() {
    ProcessHandle process = serving().process().orElseThrow();
    process.destroyForcibly();
    process.onExit().join();
  }

  private RunFile serving() {
    return SuiteState.of(home).written(Service.SERVING).orElseThrow();
  }

  private RunFile awaitLifeOtherThan(long pid) {
    RunFile now = serving();
    while (now.pid() == pid) {
      Thread.onSpinWait();
      now = serving();
    }
    return now;
  }

  private static void writeProgram(Path jar) throws IOException {
    Files.createDirectories(jar.getParent());
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Idle.class.getName());
    String file = Idle.class.getName().replace('.', '/') + ".class";
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out, manifest);
        InputStream program = Objects.requireNonNull(Idle.class.getResourceAsStream("/" + file))) {
      entries.putNextEntry(new JarEntry(file));
      program.transferTo(entries);
    }
  }

  /** A program that waits until it is ended. */
  static final class Idle {
    private Idle() {}

    public static void main(String... arguments) throws InterruptedException {
      Thread.currentThread().join();
    }
  }
}

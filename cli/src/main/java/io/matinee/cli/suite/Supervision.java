package io.matinee.cli.suite;

import io.matinee.cli.connection.Service;
import io.matinee.cli.failure.CommandFailure;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Starts services again that end unasked, each after {@link RestartPauses pauses} of its own, and
 * writes into their run files what happened. Those that a {@link LivenessWatch} finds standing
 * still are ended first. It ends with the suite: what is stopped has no run file any more.
 */
final class Supervision {
  /** What a service may take to start, as in the chart. */
  static final Duration START = Duration.ofMinutes(2);

  private static final Duration ANOTHER_TRY = Duration.ofSeconds(10);

  private final SuiteHome home;
  private final SuiteProcesses processes;
  private final Supplier<RestartPauses> pauses;
  private final LivenessWatch liveness;
  private final Clock clock;
  private final BiConsumer<Service, String> listener;

  /**
   * Makes a supervision that has not begun.
   *
   * @param listener is told of each end, and of what cannot be started again
   */
  Supervision(SuiteHome home, SuiteProcesses processes, BiConsumer<Service, String> listener) {
    this(
        home,
        processes,
        RestartPauses::new,
        new LivenessWatch(Clock.systemUTC()),
        Clock.systemUTC(),
        listener);
  }

  /**
   * The same, at a pace of its own.
   *
   * @param pauses makes those of a service
   * @param liveness tells who ended, and who stands still
   */
  Supervision(
      SuiteHome home,
      SuiteProcesses processes,
      Supplier<RestartPauses> pauses,
      LivenessWatch liveness,
      Clock clock,
      BiConsumer<Service, String> listener) {
    this.home = home;
    this.processes = processes;
    this.pauses = pauses;
    this.liveness = liveness;
    this.clock = clock;
    this.listener = listener;
  }

  /** Watches the services that have a run file, each on a thread of its own. */
  Set<Thread> begin() {
    Set<Thread> watches = new HashSet<>();
    for (Service service : Service.values()) {
      if (SuiteState.of(home).written(service).isPresent()) {
        watches.add(Thread.ofVirtual().name("watch-" + service.id()).start(() -> watch(service)));
      }
    }
    return watches;
  }

  /**
   * A process from its start to its end.
   *
   * @param file its run file
   * @param start when it was started, or ought to have been
   * @param due from when on it has to live; the first one has been seen to answer
   * @param child the process, if this one started it: only then its exit status is known
   * @param before what the service had left when the process was started
   */
  private record Life(
      RunFile file, Instant start, Instant due, Optional<Process> child, ServiceLogs.Mark before) {}

  private void watch(Service service) {
    try {
      watchLives(service);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void watchLives(Service service) throws InterruptedException {
    RestartPauses own = pauses.get();
    Optional<Life> life = SuiteState.of(home).written(service).map(file -> first(service, file));
    while (life.isPresent()) {
      try {
        life = next(service, life.get(), own);
      } catch (UncheckedIOException unwritable) {
        listener.accept(service, "is looked after again in a while: " + unwritable.getMessage());
        life = processes.awaitStop(ANOTHER_TRY) ? Optional.empty() : life;
      }
    }
  }

  private Life first(Service service, RunFile file) {
    Instant start = Instant.ofEpochMilli(file.startedAtMillis());
    return new Life(file, start, start, processes.child(service), ServiceLogs.Mark.BEGINNING);
  }

  /** Waits for the end of a life and returns the next one; empty when the suite was stopped. */
  private Optional<Life> next(Service service, Life life, RestartPauses pauses)
      throws InterruptedException {
    Optional<String> standstill = awaitEnd(service, life);
    if (processes.stopped() || !isWritten(service, life.file())) {
      return Optional.empty();
    }
    Instant end = clock.instant();
    Duration pause = pauses.after(Duration.between(life.start(), end));
    String how = standstill.map("it stood still: "::concat).orElseGet(() -> how(service, life));
    RunFile ended = life.file().ended("%s, %s".formatted(end.truncatedTo(ChronoUnit.SECONDS), how));
    ended.write(home.runFile(service));
    listener.accept(
        service,
        "ended (%s); it starts again in %d s".formatted(ended.lastEnd(), pause.toSeconds()));
    return processes.awaitStop(pause) ? Optional.empty() : again(service, ended);
  }

  /**
   * Waits for the end of a process, or ends what stands still; returns why it did so, if it did.
   */
  private Optional<String> awaitEnd(Service service, Life life) throws InterruptedException {
    Optional<ProcessHandle> process = life.file().process();
    if (process.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> standstill =
        liveness.awaitEnd(process.get(), life.file().httpPort(), life.due());
    if (standstill.isPresent() && !processes.stopped()) {
      listener.accept(service, "stands still (%s) and is ended".formatted(standstill.get()));
      ProcessEnding.end(List.of(process.get()), ProcessEnding.GRACE);
    }
    return standstill;
  }

  private String how(Service service, Life life) {
    String status =
        life.child()
            .map(child -> "exit status " + child.onExit().join().exitValue())
            .orElse("exit status unknown");
    return ServiceLogs.since(life.before(), home, service)
        .lastWord()
        .map(word -> status + ": " + word)
        .orElse(status);
  }

  private Optional<Life> again(Service service, RunFile ended) {
    ServiceLogs.Mark before = ServiceLogs.mark(home, service);
    Instant start = clock.instant();
    try {
      Process child = processes.restart(service, ended);
      return SuiteState.of(home)
          .written(service)
          .map(file -> new Life(file, start, start.plus(START), Optional.of(child), before));
    } catch (CommandFailure | UncheckedIOException refused) {
      listener.accept(service, "cannot be started: " + refused.getMessage());
      return Optional.of(new Life(ended, start, start, Optional.empty(), before));
    }
  }

  private boolean isWritten(Service service, RunFile life) {
    return SuiteState.of(home)
        .written(service)
        .filter(file -> file.pid() == life.pid())
        .isPresent();
  }
}

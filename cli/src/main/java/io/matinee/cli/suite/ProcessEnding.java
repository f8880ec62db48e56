package io.matinee.cli.suite;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Ends processes and all that they started: asks first, then kills. */
public final class ProcessEnding {
  /** As long as a service lets calls in flight go on. */
  static final Duration GRACE = Duration.ofSeconds(20);

  private static final Duration AFTER_KILL = Duration.ofSeconds(5);

  private ProcessEnding() {}

  /**
   * Ends processes; returns when none is left.
   *
   * @param processes the processes
   * @param grace how long they may take to end by themselves
   */
  public static void end(Collection<ProcessHandle> processes, Duration grace) {
    List<ProcessHandle> children = processes.stream().flatMap(ProcessHandle::descendants).toList();
    processes.forEach(ProcessHandle::destroy);
    await(processes.stream(), grace);
    List<ProcessHandle> all = Stream.concat(processes.stream(), children.stream()).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    await(all.stream(), AFTER_KILL);
  }

  /** Ends one process, and leaves running what it started. */
  static void endAlone(ProcessHandle process, Duration grace) {
    process.destroy();
    await(Stream.of(process), grace);
    process.destroyForcibly();
    await(Stream.of(process), AFTER_KILL);
  }

  private static void await(Stream<ProcessHandle> processes, Duration limit) {
    CompletableFuture<Void> ended =
        CompletableFuture.allOf(
            processes.map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new));
    try {
      ended.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException stillRunning) {
      ended.cancel(false);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (java.util.concurrent.ExecutionException impossible) {
      throw new IllegalStateException("waiting for the end of a process failed", impossible);
    }
  }
}

package io.matinee.trainer.execution;

import io.matinee.model.durable.Folders;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.store.Json;
import io.matinee.trainer.store.StorageFault;
import io.matinee.trainer.worker.RunSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Executes each run in a process of this machine: a worker. A folder a run holds its specification,
 * its error stream, and which process it is. A run whose worker was killed is begun again, {@value
 * #MOST_RESTARTS} times, and goes on from its last checkpoint. Thread-safe.
 */
public final class ProcessExecutor implements RunExecutor {
  private static final Logger LOG = Logger.getLogger(ProcessExecutor.class);
  private static final int MOST_RESTARTS = 2;
  private static final String SPECIFICATION = "run.json";

  private final Path folder;
  private final WorkerCommand command;
  private final Set<WorkerProcess> owned = new HashSet<>();
  private boolean closed;

  /**
   * An executor that has started nothing.
   *
   * @param folder an existing folder that is its own
   * @param command how a worker is started
   */
  public ProcessExecutor(Path folder, WorkerCommand command) {
    this.folder = folder;
    this.command = command;
  }

  @Override
  public Execution start(RunSpec run, RunListener listener) {
    Path place = folder.resolve(run.run());
    try {
      WorkerProcess worker = start(place, run);
      return new OwnedRun(worker, place, listener);
    } catch (IOException failure) {
      clean(place);
      throw StorageFault.of(failure);
    }
  }

  /** Within the lock, so that {@link #close} finds every worker that was ever started. */
  private synchronized WorkerProcess start(Path place, RunSpec run) throws IOException {
    if (closed) {
      throw MatineeException.of(Reason.SHUTTING_DOWN, "The trainer is stopping; repeat the call.");
    }
    Files.createDirectory(place);
    Files.writeString(place.resolve(SPECIFICATION), Json.write(run));
    return startIn(place);
  }

  private WorkerProcess startIn(Path place) throws IOException {
    WorkerProcess worker =
        WorkerProcess.start(command.running(place.resolve(SPECIFICATION)), place);
    owned.add(worker);
    return worker;
  }

  /** Starts a worker in the place of one that has ended, unless this executor is closed. */
  private synchronized Optional<WorkerProcess> startAfter(WorkerProcess ended, Path place)
      throws IOException {
    owned.remove(ended);
    return closed ? Optional.empty() : Optional.of(startIn(place));
  }

  private synchronized void disown(WorkerProcess worker) {
    owned.remove(worker);
  }

  @Override
  public void endOrphans() {
    try (Stream<Path> places = Files.list(folder)) {
      for (Path place : places.toList()) {
        OrphanedWorker.end(place);
        Folders.delete(place);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot clean up behind earlier workers", failure);
    }
  }

  @Override
  public void close() {
    List<WorkerProcess> left;
    synchronized (this) {
      closed = true;
      left = List.copyOf(owned);
    }
    left.forEach(WorkerProcess::kill);
    left.forEach(WorkerProcess::awaitExit);
  }

  private static void clean(Path place) {
    try {
      Folders.delete(place);
    } catch (IOException leftForTheNextStart) {
      LOG.warnf(leftForTheNextStart, "could not delete %s", place);
    }
  }

  /** A worker with whom it reports to and what it leaves; another one once it was killed. */
  private final class OwnedRun implements Execution {
    private final Path place;
    private final RunListener listener;
    private WorkerProcess worker;
    private boolean ended;

    private OwnedRun(WorkerProcess worker, Path place, RunListener listener) {
      this.worker = worker;
      this.place = place;
      this.listener = listener;
    }

    @Override
    public void await() throws InterruptedException {
      try {
        int restarts = 0;
        while (!followed(restarts < MOST_RESTARTS)) {
          restarts++;
        }
      } catch (IOException failure) {
        throw StorageFault.of(failure);
      }
    }

    /** Returns once the run has ended well, or false once another worker has begun it again. */
    private boolean followed(boolean mayRestart) throws IOException, InterruptedException {
      WorkerProcess current = worker();
      try {
        current.follow(listener);
        return true;
      } catch (MatineeException failure) {
        if (mayRestart && current.wasKilledByOthers() && restart()) {
          LOG.warnf("the worker of %s was killed; another one goes on", place.getFileName());
          return false;
        }
        throw failure;
      }
    }

    private synchronized WorkerProcess worker() {
      return worker;
    }

    private synchronized boolean restart() throws IOException {
      if (ended) {
        return false;
      }
      Optional<WorkerProcess> next = startAfter(worker, place);
      next.ifPresent(started -> worker = started);
      return next.isPresent();
    }

    @Override
    public synchronized void cancel() {
      ended = true;
      worker.kill();
    }

    @Override
    public void close() {
      cancel();
      worker().awaitExit();
      disown(worker());
      clean(place);
    }
  }
}

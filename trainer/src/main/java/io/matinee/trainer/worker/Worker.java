package io.matinee.trainer.worker;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.algorithm.Cancellation;
import io.matinee.trainer.store.Json;
import io.matinee.trainer.store.StorageFault;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CancellationException;
import org.jboss.logging.Logger;

/**
 * Trains one model version as its {@link RunSpec} says. Progress goes to standard output as {@link
 * ProgressEvent} lines and nothing else does; what libraries print goes to standard error.
 */
public final class Worker {

  /** Set to true by a trainer that holds the worker's standard input open while it lives. */
  public static final String ATTACHED = "matinee.worker.attached";

  private static final Logger LOG = Logger.getLogger(Worker.class);

  private static final int SUCCEEDED = 0;
  private static final int FAILED = 1;

  private Worker() {}

  /**
   * Runs the specification in a JSON file, in this process. If {@link #ATTACHED}, the process ends
   * when its trainer does.
   *
   * @return the exit status: 0 once the snapshot is complete
   */
  public static int run(Path specification) {
    PrintStream output = System.out;
    System.setOut(System.err);
    if (Boolean.getBoolean(ATTACHED)) {
      TrainerWatch.begin(System.in, TrainerWatch::halt);
    }
    try (StopSignal stop = StopSignal.listen()) {
      return run(specification, output, Clock.systemUTC(), stop.cancellation());
    }
  }

  static int run(Path specification, PrintStream output, Clock clock, Cancellation cancellation) {
    ProgressLines progress = new ProgressLines(output);
    try {
      new TrainingRun(read(specification), progress, clock, cancellation).execute();
      progress.write(new ProgressEvent.Done());
      return SUCCEEDED;
    } catch (MatineeException refusal) {
      return fail(progress, refusal);
    } catch (CancellationException stopped) {
      return fail(progress, Reason.CANCELLED, String.valueOf(stopped.getMessage()));
    } catch (Exception failure) {
      if (StorageFault.isFullDisk(failure)) {
        return fail(progress, StorageFault.fullDisk());
      }
      LOG.error("The run has failed.", failure);
      return fail(progress, Reason.RUN_FAILED, failure.toString());
    }
  }

  private static RunSpec read(Path specification) throws IOException {
    return Json.read(Files.readString(specification), RunSpec.class);
  }

  private static int fail(ProgressLines progress, MatineeException refusal) {
    return fail(progress, refusal.reason(), String.valueOf(refusal.getMessage()));
  }

  private static int fail(ProgressLines progress, Reason reason, String message) {
    progress.write(new ProgressEvent.Failed(reason.name(), message));
    return FAILED;
  }
}

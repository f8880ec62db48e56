package io.matinee.trainer.execution;

import io.matinee.trainer.worker.RunSpec;

/**
 * Where training runs are executed. It owns what it starts from the moment of the start: however
 * the start, the run or this process ends, nothing of it goes on, and what exit codes mean and how
 * orphans are found is its business alone. Thread-safe.
 */
public interface RunExecutor extends AutoCloseable {
  /**
   * Starts a run.
   *
   * @param run what to do; its staging exists, is the caller's, and is never made anew: a run whose
   *     staging is gone fails
   * @param listener hears of the run's progress, one call at a time
   * @return the run, which the caller closes before it touches the staging again
   * @throws io.matinee.runtime.error.MatineeException SHUTTING_DOWN after {@link #close}, or why it
   *     cannot be started, e.g. STORAGE_FULL; nothing has been started then
   */
  Execution start(RunSpec run, RunListener listener);

  /**
   * Ends whatever an executor before this one has left at work, as after a crash. Call it before
   * the first start; the staging of earlier runs may be deleted once it returns.
   */
  void endOrphans();

  /** Starts no more runs and ends those at work; they have ended when this returns. */
  @Override
  void close();
}

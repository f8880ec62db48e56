package io.matinee.trainer.algorithm;

/** Follows a training. */
@FunctionalInterface
public interface ProgressListener {

  /** A listener that does nothing. */
  ProgressListener SILENT = progress -> {};

  /** Called after every epoch, on the training thread. */
  void epochEnded(EpochProgress progress);
}

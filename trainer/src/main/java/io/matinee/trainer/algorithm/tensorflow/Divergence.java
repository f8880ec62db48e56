package io.matinee.trainer.algorithm.tensorflow;

import io.matinee.model.snapshot.Epoch;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;

/** Ends a training whose steps were too large. */
final class Divergence {

  private Divergence() {}

  /**
   * Refuses an epoch whose losses are no finite numbers: none after it would have finite ones.
   *
   * @throws MatineeException RUN_FAILED, naming the epoch and what helps
   */
  static void check(Epoch epoch) {
    if (!epoch.figures().values().stream().allMatch(Double::isFinite)) {
      throw MatineeException.of(
          Reason.RUN_FAILED,
          "The training diverged in epoch %d, after which its loss is no finite number: lower learning-rate, or raise regularisation."
              .formatted(epoch.epoch()));
    }
  }
}

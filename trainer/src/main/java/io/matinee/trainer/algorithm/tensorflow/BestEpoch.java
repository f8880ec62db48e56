package io.matinee.trainer.algorithm.tensorflow;

import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what the epoch with the least loss gave, and says when to stop: once a number of epochs in
 * a row has not been better. Not thread-safe.
 *
 * @param <T> what is kept of an epoch
 */
final class BestEpoch<T> {

  private final int patience;
  private double leastLoss = Double.POSITIVE_INFINITY;
  private int epochsSince;
  private @Nullable T kept;

  BestEpoch(int patience) {
    this.patience = patience;
  }

  /**
   * Takes the loss after an epoch and, if it is the least so far, what the epoch gave. Without a
   * loss the newest epoch is the best.
   */
  void offer(OptionalDouble loss, Supplier<T> state) {
    if (kept == null || loss.isEmpty() || loss.getAsDouble() < leastLoss) {
      leastLoss = loss.orElse(leastLoss);
      epochsSince = 0;
      kept = state.get();
    } else {
      epochsSince++;
    }
  }

  /** Returns the least loss so far, infinite before the first. */
  double leastLoss() {
    return leastLoss;
  }

  /** Returns how many epochs have ended since the best. */
  int epochsSince() {
    return epochsSince;
  }

  /** Goes on from where another was. */
  void restore(double least, int since, T state) {
    leastLoss = least;
    epochsSince = since;
    kept = state;
  }

  boolean exhausted() {
    return epochsSince >= patience;
  }

  /** What the best epoch gave; there was one. */
  T kept() {
    if (kept == null) {
      throw new IllegalStateException("No epoch has been offered");
    }
    return kept;
  }
}

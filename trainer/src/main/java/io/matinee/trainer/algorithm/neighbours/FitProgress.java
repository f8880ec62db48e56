package io.matinee.trainer.algorithm.neighbours;

import io.matinee.model.snapshot.Epoch;
import io.matinee.trainer.algorithm.Cancellation;
import io.matinee.trainer.algorithm.EpochProgress;
import io.matinee.trainer.algorithm.ProgressListener;
import java.util.Map;

/**
 * Reports the sweeps of a training as epochs, which have no figures, and ends the training between
 * two of them if it has been asked to end.
 */
final class FitProgress {

  private static final double NANOSECONDS = 1e9;

  private final Cancellation cancellation;
  private final ProgressListener listener;
  private final int sweeps;
  private final double likesPerSweep;
  private final long start = System.nanoTime();
  private long sweepStart = start;
  private int ended;

  /**
   * Begins to measure time.
   *
   * @param likes how many likes all sweeps go through
   * @param sweeps how many there will be
   */
  FitProgress(Cancellation cancellation, ProgressListener listener, long likes, int sweeps) {
    this.cancellation = cancellation;
    this.listener = listener;
    this.sweeps = sweeps;
    this.likesPerSweep = (double) likes / sweeps;
  }

  /** To be called after each sweep, by the thread that trains. */
  void sweepEnded() {
    long now = System.nanoTime();
    ended++;
    double remaining = (now - start) / NANOSECONDS / ended * (sweeps - ended);
    double likesPerSecond = likesPerSweep / ((now - sweepStart) / NANOSECONDS);
    sweepStart = now;
    Epoch epoch = new Epoch(ended, Map.of());
    listener.epochEnded(new EpochProgress(epoch, sweeps, remaining, likesPerSecond));
    cancellation.check();
  }
}

package io.matinee.trainer.algorithm.neighbours;

import io.matinee.model.snapshot.Epoch;
import io.matinee.trainer.algorithm.Cancellation;
import io.matinee.trainer.algorithm.EpochProgress;
import io.matinee.trainer.algorithm.ProgressListener;
import java.util.Map;

/**
 * Reports the sweeps of the fit that measures and of the one that is kept as epochs, which have no
 * figures, and ends the training between two of them if it has been asked to end.
 */
final class FitProgress {

  private static final double NANOSECONDS = 1e9;
  private static final int FITS = 2;

  private final Cancellation cancellation;
  private final ProgressListener listener;
  private final LikedSize likes;
  private final int sweeps;
  private final long start = System.nanoTime();
  private long sweepStart = start;
  private int ended;

  FitProgress(Cancellation cancellation, ProgressListener listener, LikedSize likes) {
    this.cancellation = cancellation;
    this.listener = listener;
    this.likes = likes;
    this.sweeps = FITS * Inversion.sweeps(Math.min(likes.users(), likes.movies()));
  }

  /** To be called after each sweep, by the thread that trains. */
  void sweepEnded() {
    long now = System.nanoTime();
    ended++;
    double remaining = (now - start) / NANOSECONDS / ended * (sweeps - ended);
    double likesPerSweep = (double) FITS * likes.likes() / sweeps;
    double likesPerSecond = likesPerSweep / ((now - sweepStart) / NANOSECONDS);
    sweepStart = now;
    Epoch epoch = new Epoch(ended, Map.of());
    listener.epochEnded(new EpochProgress(epoch, sweeps, remaining, likesPerSecond));
    cancellation.check();
  }
}

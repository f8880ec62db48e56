package io.matinee.trainer.algorithm.neighbours;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Fits weights and keeps the strongest into each movie. Each fit holds its matrix while it lasts
 * and no longer.
 *
 * @param regularisation the weight of the squared weights in the loss
 * @param neighbours the most weights into a movie
 * @param sweepEnded told after each sweep of an inversion, on the calling thread
 */
record Pruning(double regularisation, int neighbours, Runnable sweepEnded) {

  /** Returns the kept weights into each liked movie. */
  Column[] columns(LikedPart likes) {
    Precision precision = Precision.of(likes, regularisation, sweepEnded);
    return IntStream.range(0, likes.movieCount())
        .parallel()
        .mapToObj(movie -> Column.all(precision, movie, likes.movieCount()))
        .map(weights -> Column.strongest(weights, neighbours))
        .toArray(Column[]::new);
  }

  /**
   * What the weights lose that are not kept, by a fit of its own to all but the withheld likes of a
   * sample; {@link PruningLoss#UNKNOWN}, without a fit, if the sample is empty.
   */
  PruningLoss loss(LikedPart likes, List<WithheldLikes> sample) {
    if (sample.isEmpty()) {
      return PruningLoss.UNKNOWN;
    }
    LikedPart rest = likes.without(sample);
    Precision precision = Precision.of(rest, regularisation, sweepEnded);
    ScoreSheet all = new ScoreSheet(sample, rest.movieCount());
    ScoreSheet kept = new ScoreSheet(sample, rest.movieCount());
    IntStream.range(0, rest.movieCount())
        .parallel()
        .forEach(
            movie -> {
              float[] weights = Column.all(precision, movie, rest.movieCount());
              all.score(movie, weights);
              kept.score(movie, Column.strongest(weights, neighbours).spread(weights.length));
            });
    return new PruningLoss(sample.size(), all.normalisedGain(), kept.normalisedGain());
  }
}

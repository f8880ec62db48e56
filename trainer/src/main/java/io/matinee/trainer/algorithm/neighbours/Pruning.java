package io.matinee.trainer.algorithm.neighbours;

import java.util.List;
import java.util.stream.IntStream;

/** Keeps the strongest weights into each movie, and measures what that costs. */
final class Pruning {

  private final LikedPart likes;
  private final Precision precision;
  private final int neighbours;
  private final ScoreSheet all;
  private final ScoreSheet kept;
  private final int users;

  /**
   * A pruning to come.
   *
   * @param neighbours the most weights into a movie
   * @param seed draws the users that the cost is measured on
   */
  Pruning(LikedPart likes, Precision precision, int neighbours, long seed) {
    this.likes = likes;
    this.precision = precision;
    this.neighbours = neighbours;
    List<WithheldLikes> sample = WithheldLikes.sample(likes.byUser(), seed);
    this.users = sample.size();
    this.all = new ScoreSheet(sample, likes.movieCount());
    this.kept = new ScoreSheet(sample, likes.movieCount());
  }

  /** The weights into each liked movie. */
  Column[] columns() {
    return IntStream.range(0, likes.movieCount())
        .parallel()
        .mapToObj(this::column)
        .toArray(Column[]::new);
  }

  private Column column(int movie) {
    float[] weights = Column.all(precision, movie, likes.movieCount());
    Column column = Column.strongest(weights, neighbours);
    all.score(movie, weights);
    kept.score(movie, column.spread(weights.length));
    return column;
  }

  /** What was lost by {@link #columns}. */
  PruningLoss loss() {
    return new PruningLoss(users, all.normalisedGain(), kept.normalisedGain());
  }
}

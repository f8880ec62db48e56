package io.matinee.trainer.algorithm.tensorflow;

import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.scoring.FactorModel;
import io.matinee.model.scoring.FactorObjective;
import io.matinee.trainer.algorithm.TrainingTask;
import java.util.function.IntUnaryOperator;

/** Turns the graph's tables into a factor model. Who has no training rating gets a vector of 0. */
final class FactorModelExport {

  /** Chosen by the errors of users who were left out of training; {@code docs/algorithms.md}. */
  private static final double PRIOR_RATINGS = 40;

  private static final double PRIOR_BIAS_RATINGS = 4;

  private FactorModelExport() {}

  static FactorModel of(
      FactorTables tables, FactorisationShape shape, FactorisationStart start, TrainingTask task) {
    RatingsMatrix ratings = task.ratings();
    int dimensions = shape.dimensions();
    int[] movieCounts = ratings.movieRatingCounts();
    return new FactorModel(
        dimensions,
        vectors(tables.movies(), shape, movie -> movieCounts[movie]),
        vectors(tables.users(), shape, ratings::userRatingCount),
        column(tables.movies(), shape, dimensions + 1),
        column(tables.users(), shape, dimensions),
        shape.offset(),
        task.scale(),
        objective(shape, start));
  }

  /**
   * Training weighs the squared vector at each rating, in squared rating units; fold-in does so on
   * ratings scaled to [0, 1]. Training also begins with vectors near 0 and damped biases, and ends
   * before those of few ratings have come far: what fold-in has more ratings for. A rating weighs a
   * bias by the squared slope of the link.
   */
  private static FactorObjective objective(FactorisationShape shape, FactorisationStart start) {
    double range = shape.range();
    return new FactorObjective.SquaredSigmoid(
        shape.regularisation() / (range * range),
        PRIOR_RATINGS,
        PRIOR_BIAS_RATINGS * start.slope() * start.slope());
  }

  private static float[] vectors(
      float[] table, FactorisationShape shape, IntUnaryOperator ratingCount) {
    int rows = table.length / shape.width();
    float[] vectors = new float[rows * shape.dimensions()];
    for (int row = 0; row < rows; row++) {
      if (ratingCount.applyAsInt(row) > 0) {
        int from = row * shape.width();
        System.arraycopy(table, from, vectors, row * shape.dimensions(), shape.dimensions());
      }
    }
    return vectors;
  }

  private static float[] column(float[] table, FactorisationShape shape, int column) {
    float[] values = new float[table.length / shape.width()];
    for (int row = 0; row < values.length; row++) {
      values[row] = table[row * shape.width() + column];
    }
    return values;
  }
}

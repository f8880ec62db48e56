package io.matinee.trainer.algorithm.tensorflow;

import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.scoring.FactorModel;
import io.matinee.model.scoring.FactorObjective;
import io.matinee.trainer.algorithm.TrainingTask;
import java.util.function.IntUnaryOperator;

/** Turns the graph's tables into a factor model. Who has no training rating gets a vector of 0. */
final class FactorModelExport {

  private FactorModelExport() {}

  static FactorModel of(FactorTables tables, FactorisationShape shape, TrainingTask task) {
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
        objective(shape, ratings));
  }

  /**
   * Training weighs the squared vectors once per rating and in squared rating units; fold-in weighs
   * them once per user and on ratings scaled to [0, 1]. The weight is that of the average user.
   */
  private static FactorObjective objective(FactorisationShape shape, RatingsMatrix ratings) {
    double ratingsPerUser = (double) ratings.ratingCount() / Math.max(1, ratings.activeUserCount());
    double range = shape.range();
    double weight = shape.regularisation() / (range * range) * ratingsPerUser;
    return new FactorObjective.SquaredSigmoid(weight);
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

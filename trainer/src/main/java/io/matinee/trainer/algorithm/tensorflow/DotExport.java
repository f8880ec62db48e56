package io.matinee.trainer.algorithm.tensorflow;

import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.scoring.FactorModel;
import io.matinee.model.scoring.FactorObjective;
import io.matinee.trainer.algorithm.TrainingTask;
import io.matinee.trainer.algorithm.setting.Settings;
import java.util.stream.IntStream;

/**
 * Turns the tables of a {@link DotNetwork} into a factor model. Who has no training rating gets
 * zeros.
 */
final class DotExport {

  /** So many that a user's own ratings change the weight of the squares by next to nothing. */
  private static final double PRIOR_RATINGS = 1e6;

  private DotExport() {}

  static FactorModel of(NetworkTraining.Outcome outcome, TrainingTask task) {
    Settings settings = task.settings();
    TableRows rows = settings.get(DotProduct.ROWS);
    RatingsMatrix ratings = task.ratings();
    int[] ofUsers = userCounts(ratings);
    int[] ofMovies = ratings.movieRatingCounts();
    float[] users = rows.known(outcome.weights().of(DotNetwork.USERS), ofUsers);
    boolean biased = settings.get(DotProduct.BIASES) != BiasStart.NONE;
    float[] userBias =
        biased ? rows.known(outcome.weights().of(DotNetwork.USER_BIAS), ofUsers) : new float[0];
    float[] movieBias =
        biased ? rows.known(outcome.weights().of(DotNetwork.MOVIE_BIAS), ofMovies) : new float[0];
    return new FactorModel(
        settings.get(DotProduct.DIMENSIONS),
        rows.known(outcome.weights().of(DotNetwork.MOVIES), ofMovies),
        users,
        movieBias,
        userBias,
        0,
        task.scale(),
        objective(task, outcome.squaredError(), Spread.of(users), Spread.of(userBias)));
  }

  /**
   * A new user's vector is the likeliest one if users' numbers are normal around 0 with the spread
   * of the trained ones, and ratings are as far from their predictions as those of the training:
   * squares weigh the one's mean square divided by the other's.
   */
  private static FactorObjective objective(
      TrainingTask task, double squaredError, Spread vectors, Spread biases) {
    return switch (task.settings().get(NetworkSettings.LINK)) {
      case IDENTITY -> new FactorObjective.Squared(vectors.weight(squaredError));
      case SCALED_SIGMOID -> {
        double range = task.scale().range();
        double ofShares = squaredError / (range * range);
        yield new FactorObjective.SquaredSigmoid(
            vectors.weight(ofShares) / PRIOR_RATINGS, PRIOR_RATINGS, biases.weight(ofShares));
      }
    };
  }

  private static int[] userCounts(RatingsMatrix ratings) {
    return IntStream.range(0, ratings.userCount()).map(ratings::userRatingCount).toArray();
  }
}

package io.matinee.model.scoring;

import io.matinee.model.ratings.RatingScale;
import io.matinee.model.ratings.RatingsMatrix;
import java.util.Arrays;

/**
 * The rating predictor {@code baseline}: mean + bias(u) + bias(m), each bias the damped mean of
 * what the others leave, by ten rounds of alternating least squares (Koren, TKDD 2010, section 2.1;
 * as {@code BaselineOnly} of Surprise).
 */
public final class DampedBiases {
  /** The usual damping of a user's bias, in ratings. */
  public static final double USER_DAMPING = 15;

  /** The usual damping of a movie's bias, in ratings. */
  public static final double MOVIE_DAMPING = 10;

  private static final int ROUNDS = 10;

  private DampedBiases() {}

  /** Returns the biases fitted with the usual dampings. */
  public static BiasModel fit(RatingsMatrix training, RatingScale scale) {
    return fit(training, scale, USER_DAMPING, MOVIE_DAMPING);
  }

  /**
   * Returns the fitted biases.
   *
   * @param userDamping how many ratings of residual 0 a user's bias starts with, at least 0
   * @param movieDamping the same of a movie's bias
   */
  public static BiasModel fit(
      RatingsMatrix training, RatingScale scale, double userDamping, double movieDamping) {
    double mean = training.ratingCount() == 0 ? 0 : training.mean();
    double[] users = new double[training.userCount()];
    double[] movies = new double[training.movieCount()];
    int[] counts = training.movieRatingCounts();
    for (int round = 0; round < ROUNDS; round++) {
      fitMovies(training, counts, mean, users, movies, movieDamping);
      fitUsers(training, mean, users, movies, userDamping);
    }
    return new BiasModel(
        narrow(movies),
        narrow(users),
        (float) mean,
        scale,
        new BiasObjective.DampedMeans(userDamping));
  }

  private static void fitMovies(
      RatingsMatrix training,
      int[] counts,
      double mean,
      double[] users,
      double[] movies,
      double damping) {
    Arrays.fill(movies, 0);
    for (int user = 0; user < users.length; user++) {
      for (int cell = training.userStart(user); cell < training.userEnd(user); cell++) {
        movies[training.movieAt(cell)] += training.ratingAt(cell) - mean - users[user];
      }
    }
    for (int movie = 0; movie < movies.length; movie++) {
      movies[movie] = damped(movies[movie], counts[movie], damping);
    }
  }

  private static void fitUsers(
      RatingsMatrix training, double mean, double[] users, double[] movies, double damping) {
    for (int user = 0; user < users.length; user++) {
      double sum = 0;
      for (int cell = training.userStart(user); cell < training.userEnd(user); cell++) {
        sum += training.ratingAt(cell) - mean - movies[training.movieAt(cell)];
      }
      users[user] = damped(sum, training.userRatingCount(user), damping);
    }
  }

  private static double damped(double sum, int count, double damping) {
    return count == 0 ? 0 : sum / (count + damping);
  }

  private static float[] narrow(double[] values) {
    float[] narrowed = new float[values.length];
    for (int index = 0; index < values.length; index++) {
      narrowed[index] = (float) values[index];
    }
    return narrowed;
  }
}

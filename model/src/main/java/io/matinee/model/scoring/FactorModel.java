package io.matinee.model.scoring;

import io.matinee.model.ratings.RatingScale;

/**
 * A trained factor model on the heap: score(u, m) = mean + bias(u) + bias(m) + vector(u) .
 * vector(m).
 *
 * <p>A bias array of length 0 stands for zeros. With dimension 0 the scores are the biases alone;
 * then {@code movieBias} counts the movies.
 *
 * @param dimension d, at least 0
 * @param movieFactors [movies, d], row-major
 * @param userFactors [users, d], row-major; length 0 when every user has the same state
 * @param movieBias [movies] or empty
 * @param userBias [users] or empty
 * @param mean added to every score
 * @param scale the scale of the ratings
 * @param objective what it was trained for
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy would cost
public record FactorModel(
    int dimension,
    float[] movieFactors,
    float[] userFactors,
    float[] movieBias,
    float[] userBias,
    float mean,
    RatingScale scale,
    Objective objective) {

  /** Refuses arrays whose lengths contradict one another. */
  public FactorModel {
    if (dimension < 0) {
      throw new IllegalArgumentException("a dimension must be at least 0, found " + dimension);
    }
    requireMatching("movies", dimension, movieFactors.length, movieBias.length);
    requireMatching("users", dimension, userFactors.length, userBias.length);
  }

  /** The number of movies. */
  public int movieCount() {
    return dimension > 0 ? movieFactors.length / dimension : movieBias.length;
  }

  /** The number of users; 0 when every user has the same state. */
  public int userCount() {
    return dimension > 0 ? userFactors.length / dimension : userBias.length;
  }

  /** Whether all its numbers are finite; a training that diverged leaves some that are not. */
  public boolean isFinite() {
    return Float.isFinite(mean)
        && isFinite(movieFactors)
        && isFinite(userFactors)
        && isFinite(movieBias)
        && isFinite(userBias);
  }

  private static boolean isFinite(float[] numbers) {
    for (float number : numbers) {
      if (!Float.isFinite(number)) {
        return false;
      }
    }
    return true;
  }

  private static void requireMatching(String of, int dimension, int factors, int biases) {
    boolean whole = dimension == 0 ? factors == 0 : factors % dimension == 0;
    boolean aligned = dimension == 0 || biases == 0 || biases == factors / dimension;
    if (!whole || !aligned) {
      throw new IllegalArgumentException(
          "%d factors and %d biases of %s do not fit dimension %d"
              .formatted(factors, biases, of, dimension));
    }
  }
}

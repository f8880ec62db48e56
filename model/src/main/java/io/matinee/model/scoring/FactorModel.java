package io.matinee.model.scoring;

import io.matinee.model.ratings.RatingScale;

/**
 * A trained factor model on the heap: score(u, m) = mean + bias(u) + bias(m) + vector(u) .
 * vector(m). A bias array of length 0 stands for zeros.
 *
 * @param dimension d, at least 1
 * @param movieFactors [movies, d], row-major
 * @param userFactors [users, d], row-major
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
    FactorObjective objective)
    implements ScorerModel {

  /** Refuses arrays whose lengths contradict one another. */
  public FactorModel {
    if (dimension < 1) {
      throw new IllegalArgumentException("a dimension must be at least 1, found " + dimension);
    }
    requireMatching("movies", dimension, movieFactors.length, movieBias.length);
    requireMatching("users", dimension, userFactors.length, userBias.length);
  }

  @Override
  public int movieCount() {
    return movieFactors.length / dimension;
  }

  @Override
  public int userCount() {
    return userFactors.length / dimension;
  }

  @Override
  public boolean isFinite() {
    return Float.isFinite(mean)
        && Numbers.areFinite(movieFactors)
        && Numbers.areFinite(userFactors)
        && Numbers.areFinite(movieBias)
        && Numbers.areFinite(userBias);
  }

  private static void requireMatching(String of, int dimension, int factors, int biases) {
    if (factors % dimension != 0 || (biases != 0 && biases != factors / dimension)) {
      throw new IllegalArgumentException(
          "%d factors and %d biases of %s do not fit dimension %d"
              .formatted(factors, biases, of, dimension));
    }
  }
}

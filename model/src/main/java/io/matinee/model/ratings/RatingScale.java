package io.matinee.model.ratings;

/**
 * The values that a rating can take: minimum, minimum + step, ..., maximum.
 *
 * @param minimum the lowest rating
 * @param maximum the highest rating, above the minimum
 * @param step the distance of neighbouring ratings, above 0; it divides the range
 */
public record RatingScale(float minimum, float maximum, float step) {
  /** Half stars from 0.5 to 5. */
  public static final RatingScale MOVIELENS_HALF_STARS = new RatingScale(0.5f, 5f, 0.5f);

  /** Whole stars from 1 to 5. */
  public static final RatingScale MOVIELENS_STARS = new RatingScale(1f, 5f, 1f);

  private static final double TOLERANCE = 1e-4;
  private static final float RELEVANT_SHARE = 0.8f;

  /** Refuses a scale whose numbers do not describe a grid. */
  public RatingScale {
    if (!Float.isFinite(minimum) || !Float.isFinite(maximum) || minimum >= maximum) {
      throw new IllegalArgumentException(
          "a rating scale needs minimum < maximum, found " + minimum + " and " + maximum);
    }
    if (!Float.isFinite(step) || step <= 0 || !onGrid(maximum, minimum, step)) {
      throw new IllegalArgumentException(
          "a rating scale needs a step above 0 that divides its range, found " + step);
    }
  }

  /** Whether the rating is one of the scale's values; false for NaN. */
  public boolean contains(float rating) {
    return rating >= minimum && rating <= maximum && onGrid(rating, minimum, step);
  }

  /** The rating, moved to the nearer end when it lies outside; not rounded to a step. */
  public float clip(float rating) {
    return Math.clamp(rating, minimum, maximum);
  }

  /** The lowest rating that counts as relevant: 4 of 5, the same share of another scale. */
  public float relevanceThreshold() {
    return RELEVANT_SHARE * maximum;
  }

  /** The width of the scale in rating units, above 0. */
  public float range() {
    return maximum - minimum;
  }

  private static boolean onGrid(float rating, float minimum, float step) {
    double steps = ((double) rating - minimum) / step;
    return Math.abs(steps - Math.rint(steps)) < TOLERANCE;
  }
}

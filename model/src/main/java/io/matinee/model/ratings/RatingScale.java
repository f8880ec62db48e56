package io.matinee.model.ratings;

import java.math.BigDecimal;

/**
 * The values that a rating can take: minimum, minimum + step, ..., maximum; or all between the ends
 * when the step is 0. A watch is the one rating of {@link #WATCHES}, so that what counts, keeps and
 * splits ratings does so with watches.
 *
 * @param minimum the lowest rating
 * @param maximum the highest rating, above the minimum but for watches
 * @param step the distance of neighbouring ratings, which divides the range; 0 for a continuous
 *     scale
 */
public record RatingScale(float minimum, float maximum, float step) {
  /** Half stars from 0.5 to 5. */
  public static final RatingScale MOVIELENS_HALF_STARS = new RatingScale(0.5f, 5f, 0.5f);

  /** Whole stars from 1 to 5. */
  public static final RatingScale MOVIELENS_STARS = new RatingScale(1f, 5f, 1f);

  /** The scale of watches, which has the value 1 alone: a width of 0, and nothing to predict. */
  public static final RatingScale WATCHES = new RatingScale(1f, 1f, 0f);

  private static final double TOLERANCE = 1e-4;
  private static final float RELEVANT_SHARE = 0.8f;

  /** Refuses a scale whose numbers describe neither a grid nor a range. */
  public RatingScale {
    boolean range = Float.isFinite(minimum) && Float.isFinite(maximum) && minimum < maximum;
    if (!range && !isOfWatches(minimum, maximum, step)) {
      throw new IllegalArgumentException(noRange(minimum, maximum));
    }
    if (!Float.isFinite(step) || step < 0 || !onGrid(maximum, minimum, step)) {
      throw new IllegalArgumentException(
          "a rating scale needs a step that divides its range, or 0 for none, found " + step);
    }
  }

  /**
   * Returns a scale that a caller names.
   *
   * @throws IllegalArgumentException as the constructor, and for the scale of watches, which nobody
   *     rates on
   */
  public static RatingScale ofRatings(float minimum, float maximum, float step) {
    if (isOfWatches(minimum, maximum, step)) {
      throw new IllegalArgumentException(noRange(minimum, maximum));
    }
    return new RatingScale(minimum, maximum, step);
  }

  /** What is on the scale. */
  public EventKind kind() {
    return isOfWatches(minimum, maximum, step) ? EventKind.WATCH : EventKind.RATING;
  }

  /** Whether every value between the ends is a rating. */
  public boolean continuous() {
    return step == 0;
  }

  /** Whether the rating is one of the scale's values; false for NaN. */
  public boolean contains(float rating) {
    return rating >= minimum && rating <= maximum && onGrid(rating, minimum, step);
  }

  /** The rating, moved to the nearer end when it lies outside; not rounded to a step. */
  public float clip(float rating) {
    return Math.clamp(rating, minimum, maximum);
  }

  /**
   * The lowest rating that counts as relevant: 4 of 5, the same share of another scale's maximum,
   * and as far below one that is negative. Every watch does.
   */
  public float relevanceThreshold() {
    if (kind() == EventKind.WATCH) {
      return minimum;
    }
    return maximum < 0 ? (2 - RELEVANT_SHARE) * maximum : RELEVANT_SHARE * maximum;
  }

  /** The width of the scale in rating units, above 0 but for watches. */
  public float range() {
    return maximum - minimum;
  }

  /** The scale as callers read it, e.g. "0.5 to 5 by 0.5", or "0 to 1" when it is continuous. */
  public String inWords() {
    String range = number(minimum) + " to " + number(maximum);
    return continuous() ? range : range + " by " + number(step);
  }

  /** What is on the scale as callers read it, e.g. "ratings on the scale 0.5 to 5 by 0.5". */
  public String contentInWords() {
    return kind() == EventKind.WATCH ? "watches" : "ratings on the scale " + inWords();
  }

  private static String noRange(float minimum, float maximum) {
    return "a rating scale needs minimum < maximum, found " + minimum + " and " + maximum;
  }

  private static boolean isOfWatches(float minimum, float maximum, float step) {
    return minimum == 1 && maximum == 1 && step == 0;
  }

  private static String number(float value) {
    return new BigDecimal(Float.toString(value)).stripTrailingZeros().toPlainString();
  }

  private static boolean onGrid(float rating, float minimum, float step) {
    if (step == 0) {
      return true;
    }
    double steps = ((double) rating - minimum) / step;
    return Math.abs(steps - Math.rint(steps)) < TOLERANCE;
  }
}

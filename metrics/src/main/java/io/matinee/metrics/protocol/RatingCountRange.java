package io.matinee.metrics.protocol;

import java.util.ArrayList;
import java.util.List;

/**
 * So many ratings in the training part.
 *
 * @param minimum the least
 * @param maximum the most; {@link #UNBOUNDED} for any number
 */
public record RatingCountRange(int minimum, int maximum) {
  /** The most ratings of a range that ends nowhere. */
  public static final int UNBOUNDED = Integer.MAX_VALUE;

  /**
   * Returns the ranges that bounds cut, fewer ratings first; none without a bound.
   *
   * @param bounds the least ratings of each range but the first, at least 1, ascending
   */
  static List<RatingCountRange> between(List<Integer> bounds) {
    if (bounds.isEmpty()) {
      return List.of();
    }
    List<RatingCountRange> ranges = new ArrayList<>();
    int minimum = 0;
    for (int bound : bounds) {
      ranges.add(new RatingCountRange(minimum, bound - 1));
      minimum = bound;
    }
    ranges.add(new RatingCountRange(minimum, UNBOUNDED));
    return ranges;
  }

  /** Returns whether so many ratings lie in it. */
  public boolean has(long ratings) {
    return minimum <= ratings && ratings <= maximum;
  }
}

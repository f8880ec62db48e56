package io.matinee.metrics.protocol;

import java.util.ArrayList;
import java.util.List;

/**
 * Users by how much they rated: those with so many ratings in the training part.
 *
 * @param minimum the least ratings
 * @param maximum the most ratings
 */
public record UserSlice(int minimum, int maximum) {
  /** All users. */
  public static final UserSlice ALL = new UserSlice(0, Integer.MAX_VALUE);

  /**
   * Returns the slices that bounds cut, users with fewer ratings first; none without a bound.
   *
   * @param bounds the least ratings of each slice but the first, at least 1, ascending
   */
  static List<UserSlice> between(List<Integer> bounds) {
    if (bounds.isEmpty()) {
      return List.of();
    }
    List<UserSlice> slices = new ArrayList<>();
    int minimum = 0;
    for (int bound : bounds) {
      slices.add(new UserSlice(minimum, bound - 1));
      minimum = bound;
    }
    slices.add(new UserSlice(minimum, Integer.MAX_VALUE));
    return slices;
  }

  /** Returns whether a user with so many ratings is among them. */
  public boolean has(int ratings) {
    return minimum <= ratings && ratings <= maximum;
  }
}

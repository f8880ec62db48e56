package io.matinee.trainer.algorithm;

import io.matinee.trainer.algorithm.setting.Settings;
import io.matinee.trainer.algorithm.setting.Whole;

/**
 * An array that a training makes: so many rows of as many numbers as a hyper-parameter says, and a
 * few more. The only place that multiplies them, in 64 bits: an array's length has 32.
 *
 * @param rowsOf what the rows are of, e.g. "users"
 * @param rows how many rows it has
 * @param width the hyper-parameter that says how long a row is
 * @param more how many numbers a row has beside
 */
public record ArraySize(String rowsOf, long rows, Whole width, int more) {

  /** Virtual machines keep a few of the 2^31 - 1 elements for themselves. */
  private static final long MOST_NUMBERS = Integer.MAX_VALUE - 8;

  /**
   * Checks that there can be such an array.
   *
   * @throws IllegalArgumentException naming the hyper-parameter and the largest value that fits
   */
  public void requireFitting(Settings settings) {
    int value = settings.get(width);
    long largest = MOST_NUMBERS / Math.max(1, rows) - more;
    if (value > largest) {
      throw new IllegalArgumentException(
          "%s is %d, too large for %d %s in one array; %s"
              .formatted(width.key(), value, rows, rowsOf, advice(largest)));
    }
  }

  private String advice(long largest) {
    return largest >= width.range().least().orElse(1)
        ? "give at most " + largest
        : "there are too many for any";
  }
}

package io.matinee.trainer.dataset.counting;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Sums of whole numbers, of as many as an int counts without an overflow: the lower bits of each
 * number are added apart from the upper ones. Not thread-safe.
 */
final class WideSums {
  private static final int BITS = 31;
  private static final long LOWER = (1L << BITS) - 1;

  private long[] lower = {};
  private long[] upper = {};

  /** Makes room for so many sums. */
  void grow(int sums) {
    lower = Arrays.copyOf(lower, sums);
    upper = Arrays.copyOf(upper, sums);
  }

  /** Adds a number to a sum. */
  void add(int sum, long number) {
    lower[sum] += number & LOWER;
    upper[sum] += number >> BITS;
  }

  /** Returns a sum. */
  BigInteger sum(int sum) {
    return BigInteger.valueOf(upper[sum]).shiftLeft(BITS).add(BigInteger.valueOf(lower[sum]));
  }
}

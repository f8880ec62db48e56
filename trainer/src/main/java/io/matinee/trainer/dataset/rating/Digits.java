package io.matinee.trainer.dataset.rating;

import io.matinee.trainer.dataset.text.Slice;

/**
 * Reads up to eight digits at once, as a word whose bytes they are.
 *
 * @see <a href="https://lemire.me/blog/2022/01/21/swar-explained-parsing-eight-digits/">the
 *     multiplications</a>
 */
final class Digits {
  /** What {@link #value} returns for what is not digits alone. */
  static final int NONE = -1;

  private static final long ZEROS = 0x3030303030303030L;
  private static final long HIGH_HALVES = 0xF0F0F0F0F0F0F0F0L;
  private static final long SIXES = 0x0606060606060606L;
  private static final long PAIRS = 0x000000FF000000FFL;
  private static final long HUNDREDS = 0x000F424000000064L;
  private static final long ONES = 0x0000271000000001L;

  private Digits() {}

  /** Returns the number that one to eight digits are, or {@link #NONE}. */
  static int value(Slice text) {
    int length = text.length();
    return length == 0 || length > Long.BYTES
        ? NONE
        : value(text.word() | (ZEROS >>> (Byte.SIZE * length - 1) >>> 1));
  }

  /** Returns the number that eight digits are, of which the last is the highest byte. */
  static int value(long digits) {
    boolean all = (digits & HIGH_HALVES) == ZEROS && ((digits + SIXES) & HIGH_HALVES) == ZEROS;
    return all ? sum(digits - ZEROS) : NONE;
  }

  private static int sum(long digits) {
    long pairs = digits * 10 + (digits >>> Byte.SIZE);
    return (int) (((pairs & PAIRS) * HUNDREDS + ((pairs >>> 16) & PAIRS) * ONES) >>> Integer.SIZE);
  }
}

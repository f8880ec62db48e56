package io.matinee.trainer.dataset.rating;

import io.matinee.trainer.dataset.text.Slice;

/**
 * Reads ratings, and remembers what short ones are: few different ones come again and again. Not
 * thread-safe.
 */
final class WrittenRatings {
  private static final int KEPT_BITS = 8;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  /** Texts in one word each, with their length in its lowest byte; beside them, what they are. */
  private final long[] texts = new long[1 << KEPT_BITS];

  private final float[] values = new float[1 << KEPT_BITS];

  /** Returns what {@link DecimalNumber#parse} does. */
  float read(Slice text) {
    if (text.isEmpty() || text.length() >= Long.BYTES) {
      return DecimalNumber.parse(text);
    }
    long word = text.word() | text.length();
    int slot = (int) ((word * SPREAD) >>> (Long.SIZE - KEPT_BITS));
    if (texts[slot] != word) {
      texts[slot] = word;
      values[slot] = DecimalNumber.parse(text);
    }
    return values[slot];
  }
}

package io.matinee.trainer.dataset.parquet;

import java.util.Arrays;

/** The different ratings of a group of rows, in the order in which they come. Not thread-safe. */
final class DifferentRatings {
  /** What {@link #places} returns when a dictionary of them would save nothing. */
  static final int TOO_MANY = -1;

  private static final int KEPT = 64;
  private static final int SLOT_BITS = 8;
  private static final int SLOTS = 1 << SLOT_BITS;
  private static final int SPREAD = 0x9E3779B1;

  private final float[] ratings = new float[KEPT];

  /** One more than the place of a rating; 0 for none. */
  private final int[] slots = new int[SLOTS];

  private int different;

  /**
   * Puts the place of each rating among the different ones into an array; where a rating is absent,
   * nothing.
   *
   * @return how many are different, or {@link #TOO_MANY}
   */
  int places(float[] given, int rows, long[] places) {
    Arrays.fill(slots, 0);
    different = 0;
    int present = 0;
    for (int row = 0; row < rows; row++) {
      if (!Float.isNaN(given[row])) {
        int place = place(given[row]);
        if (place == TOO_MANY) {
          return TOO_MANY;
        }
        places[present++] = place;
      }
    }
    return different;
  }

  /** Returns the different ratings, at the beginning of an array. */
  float[] ratings() {
    return ratings;
  }

  private int place(float rating) {
    int bits = Float.floatToRawIntBits(rating);
    int slot = bits * SPREAD >>> (Integer.SIZE - SLOT_BITS);
    while (slots[slot] > 0 && Float.floatToRawIntBits(ratings[slots[slot] - 1]) != bits) {
      slot = (slot + 1) & (SLOTS - 1);
    }
    if (slots[slot] == 0) {
      if (different == KEPT) {
        return TOO_MANY;
      }
      ratings[different++] = rating;
      slots[slot] = different;
    }
    return slots[slot] - 1;
  }
}

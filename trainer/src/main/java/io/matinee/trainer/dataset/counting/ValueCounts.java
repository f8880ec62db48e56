package io.matinee.trainer.dataset.counting;

import java.sql.SQLException;
import org.duckdb.DuckDBAppender;

/**
 * Counts ratings by value, and knows what each value adds to sums, while there are not too many
 * different ones. Not thread-safe.
 */
final class ValueCounts {
  /** What {@link #place} returns for one different value too many. */
  static final int NONE = -1;

  private static final int MOST = 1 << 10;
  private static final int SLOT_BITS = 12;
  private static final int SPREAD = 0x9E3779B1;

  private final FixedPoint units;

  /** One more than the place of a value; 0 for none. */
  private final short[] slots = new short[1 << SLOT_BITS];

  private final float[] values = new float[MOST];
  private final long[] wholes = new long[MOST];
  private final long[] squares = new long[MOST];
  private final long[] times = new long[MOST];
  private int different;

  ValueCounts(FixedPoint units) {
    this.units = units;
  }

  /** Counts a rating; returns the place of its value, or {@link #NONE}. */
  int place(float rating) {
    int bits = Float.floatToRawIntBits(rating);
    int slot = bits * SPREAD >>> (Integer.SIZE - SLOT_BITS);
    while (slots[slot] > 0 && Float.floatToRawIntBits(values[slots[slot] - 1]) != bits) {
      slot = (slot + 1) & (slots.length - 1);
    }
    if (slots[slot] == 0) {
      if (different == MOST) {
        return NONE;
      }
      values[different] = rating;
      wholes[different] = units.whole(rating);
      squares[different++] = units.wholeSquare(rating);
      slots[slot] = (short) different;
    }
    int place = slots[slot] - 1;
    times[place]++;
    return place;
  }

  /** Returns the value at a place, in units. */
  long whole(int place) {
    return wholes[place];
  }

  /** Returns the square of the value at a place, in square units. */
  long square(int place) {
    return squares[place];
  }

  /** Lists the values. */
  void fill(DuckDBAppender appender) throws SQLException {
    for (int place = 0; place < different; place++) {
      appender.beginRow();
      appender.append(values[place]).append(times[place]);
      appender.endRow();
    }
  }
}

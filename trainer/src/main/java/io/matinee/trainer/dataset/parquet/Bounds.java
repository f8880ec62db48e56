package io.matinee.trainer.dataset.parquet;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Between what values of a column lie in one group of rows, by which engines skip groups. One of
 * them (DuckDB 1.5) fails where a file does not say it.
 *
 * @param absent how many values are absent
 * @param least the least value as Parquet writes it; empty where all are absent
 * @param greatest the greatest one
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Bounds(long absent, byte[] least, byte[] greatest) {
  private static final byte[] NONE = {};

  static Bounds ofNone(long absent) {
    return new Bounds(absent, NONE, NONE);
  }

  /** The bounds of the first whole numbers, at least one. */
  static Bounds of(long[] values, int count, long absent) {
    long least = values[0];
    long greatest = values[0];
    for (int i = 1; i < count; i++) {
      least = Math.min(least, values[i]);
      greatest = Math.max(greatest, values[i]);
    }
    return new Bounds(absent, encoded(least), encoded(greatest));
  }

  /** The bounds of the first numbers, of which those that are no number do not count. */
  static Bounds of(float[] values, int count, long absent) {
    float least = Float.POSITIVE_INFINITY;
    float greatest = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      least = values[i] < least ? values[i] : least;
      greatest = values[i] > greatest ? values[i] : greatest;
    }
    return new Bounds(
        absent,
        bytes(Float.BYTES).putFloat(least).array(),
        bytes(Float.BYTES).putFloat(greatest).array());
  }

  private static byte[] encoded(long value) {
    return bytes(Long.BYTES).putLong(value).array();
  }

  private static ByteBuffer bytes(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}

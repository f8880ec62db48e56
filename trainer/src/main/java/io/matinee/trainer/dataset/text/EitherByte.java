package io.matinee.trainer.dataset.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds the next of two bytes, eight bytes at a time: what differs from a byte in nothing is 0, and
 * of the bytes of a word that are 0 the lowest is the lowest to borrow when 1 is taken from each.
 */
final class EitherByte {
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long TOPS = ONES << 7;

  private final long one;
  private final long other;

  /** A search for either byte. */
  EitherByte(byte one, byte other) {
    this.one = (one & 0xFF) * ONES;
    this.other = (other & 0xFF) * ONES;
  }

  /**
   * Returns the next position of either byte; there must be one, and seven bytes behind it.
   *
   * @param from the first position that is looked at
   */
  int next(byte[] bytes, int from) {
    int at = from;
    while (true) {
      long word = (long) WORDS.get(bytes, at);
      long found = zeros(word ^ one) | zeros(word ^ other);
      if (found != 0) {
        return at + (Long.numberOfTrailingZeros(found) >>> 3);
      }
      at += Long.BYTES;
    }
  }

  /** The top bit of the lowest byte that is 0, and perhaps of bytes above it. */
  private static long zeros(long word) {
    return (word - ONES) & ~word & TOPS;
  }
}

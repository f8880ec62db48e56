package io.matinee.trainer.dataset.rating;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.SecureRandom;

/**
 * A hash of ids with a secret, so that nobody can write a file whose ids collide: each eight bytes
 * are multiplied by a secret number, and both halves of the product count.
 *
 * @param seed where it begins
 * @param multiplier an odd number
 */
record IdHash(long seed, long multiplier) {
  private static final SecureRandom SECRETS = new SecureRandom();
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** Returns a hash that nobody knows. */
  static IdHash secret() {
    return new IdHash(SECRETS.nextLong(), SECRETS.nextLong() | 1);
  }

  /** Returns the hash of the bytes from {@code start} to before {@code end}. */
  int of(byte[] bytes, int start, int end) {
    long hash = seed ^ (end - start);
    int at = start;
    for (; end - at >= Long.BYTES; at += Long.BYTES) {
      hash = mixed(hash ^ (long) WORDS.get(bytes, at));
    }
    long rest = 0;
    for (; at < end; at++) {
      rest = rest << Byte.SIZE | bytes[at] & 0xFF;
    }
    return (int) mixed(hash ^ rest);
  }

  private long mixed(long word) {
    return word * multiplier ^ Math.multiplyHigh(word, multiplier);
  }
}

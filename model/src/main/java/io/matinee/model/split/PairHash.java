package io.matinee.model.split;

import java.nio.charset.StandardCharsets;

/**
 * The hash of salt, user and movie by which ratings are held out: FNV-1a (64 bits) over the UTF-8
 * bytes of salt, user id and movie id, each followed by a zero byte, passed through the finaliser
 * of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
 */
final class PairHash {
  /** How many bits of it are used. */
  static final int BITS = 53;

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private PairHash() {}

  /** Returns its upper {@value #BITS} bits. */
  static long of(String salt, String userId, String movieId) {
    long hash = absorb(absorb(absorb(FNV_OFFSET, salt), userId), movieId);
    return finish(hash) >>> (Long.SIZE - BITS);
  }

  private static long absorb(long hash, String text) {
    for (byte value : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (value & 0xff)) * FNV_PRIME;
    }
    return hash * FNV_PRIME;
  }

  private static long finish(long hash) {
    long mixed = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}

package io.matinee.model.split;

import java.nio.charset.StandardCharsets;

/**
 * Holds out a share of all ratings, chosen by a hash of salt, user and movie.
 *
 * <p>The hash is FNV-1a (64 bits) over the UTF-8 bytes of salt, user id and movie id, each followed
 * by a zero byte, passed through the finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
 * A rating is held out when the upper 53 bits, read as a fraction of [0, 1), are below the share.
 * It follows that a larger share holds out the same ratings and more.
 *
 * @param share the expected share of held-out ratings, in (0, 1)
 * @param salt tells independent splits apart
 */
public record HashHoldOut(double share, String salt) implements RatingHoldOut {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;
  private static final double UNIT = 0x1p-53;

  /** Refuses a share outside (0, 1). */
  public HashHoldOut {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("a held-out share must lie in (0, 1), found " + share);
    }
  }

  @Override
  public boolean heldOut(String userId, String movieId, long epochSeconds) {
    long hash = absorb(absorb(absorb(FNV_OFFSET, salt), userId), movieId);
    return (finish(hash) >>> 11) * UNIT < share;
  }

  @Override
  public String digest() {
    return RuleDigest.of("hash", Double.toString(share), salt);
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

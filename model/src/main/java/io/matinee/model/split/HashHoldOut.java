package io.matinee.model.split;

/**
 * Holds out a share of all ratings, chosen by a hash of salt, user and movie.
 *
 * <p>A rating is held out when the upper 53 bits of the hash, read as a fraction of [0, 1), are
 * below the share. It follows that a larger share holds out the same ratings and more.
 *
 * @param share the expected share of held-out ratings, in (0, 1)
 * @param salt tells independent splits apart
 */
public record HashHoldOut(double share, String salt) implements RatingHoldOut {
  private static final double UNIT = 0x1p-53;

  /** Refuses a share outside (0, 1). */
  public HashHoldOut {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("a held-out share must lie in (0, 1), found " + share);
    }
  }

  @Override
  public boolean heldOut(String userId, String movieId, long epochSeconds) {
    return PairHash.of(salt, userId, movieId) * UNIT < share;
  }

  @Override
  public String digest() {
    return RuleDigest.of("hash", Double.toString(share), salt);
  }
}

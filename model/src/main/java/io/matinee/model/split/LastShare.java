package io.matinee.model.split;

/**
 * Holds out the last ratings of each user, a share of them, rounded down: of a user with few
 * ratings none. Busy users count as much as in the ratings as a whole.
 *
 * @param share the share of a user's ratings, in (0, 1)
 */
public record LastShare(double share) implements LastRatings {

  /** Refuses a share outside (0, 1). */
  public LastShare {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("a held-out share must lie in (0, 1), found " + share);
    }
  }

  @Override
  public int heldOutOf(int ratings) {
    return Math.min((int) (share * ratings), ratings - 1);
  }

  @Override
  public String digest() {
    return RuleDigest.of("last-share", Double.toString(share));
  }
}

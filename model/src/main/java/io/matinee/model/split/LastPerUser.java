package io.matinee.model.split;

/**
 * Holds out the last ratings of each user, as in leave-one-out by time (He et al., Neural
 * Collaborative Filtering, WWW 2017).
 *
 * <p>A user keeps the first rating: of one who has no more ratings than would be held out, all but
 * that are.
 *
 * @param count how many ratings of a user, 1 to {@value #MOST}
 */
public record LastPerUser(int count) implements LastRatings {
  /** The most ratings of a user that can be held out. */
  public static final int MOST = 1_000;

  /** Refuses a count that is not allowed. */
  public LastPerUser {
    if (count < 1 || count > MOST) {
      throw new IllegalArgumentException(
          "the held-out ratings of a user must be 1 to %,d, found %d".formatted(MOST, count));
    }
  }

  @Override
  public int heldOutOf(int ratings) {
    return Math.min(count, ratings - 1);
  }

  @Override
  public String digest() {
    return RuleDigest.of("last-per-user", Integer.toString(count));
  }
}

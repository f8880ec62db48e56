package io.matinee.trainer.dataset.filter;

import io.matinee.model.split.HashHoldOut;

/**
 * A share of users, with all their ratings, or of ratings. It is chosen by the hash of {@link
 * HashHoldOut} over seed, user and, of ratings, movie: so it depends on nothing else, and a larger
 * share of one seed has the same ones and more.
 *
 * @param of what is chosen
 * @param share the expected share, in (0, 1)
 * @param seed another seed makes another sample
 */
public record RatingSample(Unit of, double share, long seed) {

  /** What a sample is made of. */
  public enum Unit {
    /** Users, each with all ratings. */
    USERS,
    /** Ratings. */
    RATINGS
  }

  /** Returns whether a rating is in the sample. */
  boolean takes(String user, String movie) {
    return new HashHoldOut(share, "sample " + seed).heldOut(user, of == Unit.USERS ? "" : movie, 0);
  }
}

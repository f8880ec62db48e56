package io.matinee.model.split;

import io.matinee.model.ratings.RatingsMatrix;

/**
 * A ratings matrix in two parts with the same dictionaries.
 *
 * @param training what a model may learn from
 * @param heldOut what it is judged by
 */
public record Split(RatingsMatrix training, RatingsMatrix heldOut) {

  /** Parts all ratings by the rule; both parts share the dictionaries of {@code all}. */
  public static Split of(RatingsMatrix all, HoldOut rule) {
    RatingsMatrix.Builder training = RatingsMatrix.builder(all.users(), all.movies());
    RatingsMatrix.Builder heldOut = RatingsMatrix.builder(all.users(), all.movies());
    for (int user = 0; user < all.userCount(); user++) {
      String userId = all.users().id(user);
      for (int position = all.userStart(user); position < all.userEnd(user); position++) {
        int movie = all.movieAt(position);
        long ratedAt = all.timestampAt(position);
        boolean kept = rule.heldOut(userId, all.movies().id(movie), ratedAt);
        (kept ? heldOut : training).add(user, movie, all.ratingAt(position), ratedAt);
      }
    }
    return new Split(training.build(), heldOut.build());
  }
}

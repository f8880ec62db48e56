package io.matinee.model.split;

import io.matinee.model.ratings.RatingsMatrix;
import java.util.BitSet;

/**
 * A ratings matrix in two parts with the same dictionaries.
 *
 * @param training what a model may learn from
 * @param heldOut what it is judged by
 */
public record Split(RatingsMatrix training, RatingsMatrix heldOut) {

  /** Parts all ratings by the rule; both parts share the dictionaries of {@code all}. */
  public static Split of(RatingsMatrix all, ComputedHoldOut rule) {
    RatingsMatrix.Builder training = RatingsMatrix.builder(all.users(), all.movies());
    RatingsMatrix.Builder heldOut = RatingsMatrix.builder(all.users(), all.movies());
    BitSet kept = rule.heldOut(all);
    for (int user = 0; user < all.userCount(); user++) {
      for (int position = all.userStart(user); position < all.userEnd(user); position++) {
        (kept.get(position) ? heldOut : training)
            .add(user, all.movieAt(position), all.ratingAt(position), all.timestampAt(position));
      }
    }
    return new Split(training.build(), heldOut.build());
  }
}

package io.matinee.model.split;

import io.matinee.model.ratings.RatingsMatrix;
import java.util.BitSet;

/**
 * A rule that depends on nothing but the rating itself, so that the same rating falls on the same
 * side in every version of a data set.
 */
public sealed interface RatingHoldOut extends ComputedHoldOut
    permits HashHoldOut, FoldHoldOut, TimeCut, NoHoldOut {

  /**
   * Whether a rating is held out.
   *
   * @param userId who rated
   * @param movieId what was rated
   * @param epochSeconds when, in seconds since 1970; 0 when unknown
   */
  boolean heldOut(String userId, String movieId, long epochSeconds);

  @Override
  default BitSet heldOut(RatingsMatrix all) {
    BitSet heldOut = new BitSet(all.ratingCount());
    for (int user = 0; user < all.userCount(); user++) {
      String userId = all.users().id(user);
      for (int position = all.userStart(user); position < all.userEnd(user); position++) {
        String movieId = all.movies().id(all.movieAt(position));
        heldOut.set(position, heldOut(userId, movieId, all.timestampAt(position)));
      }
    }
    return heldOut;
  }
}

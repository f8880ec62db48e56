package io.matinee.model.split;

import io.matinee.model.ratings.RatingsMatrix;
import java.util.Arrays;
import java.util.BitSet;

/**
 * A rule that holds out the last ratings of each user. Of ratings given in the same second, the one
 * of the later movie by id counts as later.
 */
public sealed interface LastRatings extends ComputedHoldOut permits LastPerUser, LastShare {

  /**
   * Returns how many of a user's ratings are held out: fewer than all, so that nobody whom a model
   * is judged by is unknown to it.
   *
   * @param ratings how many the user gave, from 1
   */
  int heldOutOf(int ratings);

  @Override
  default BitSet heldOut(RatingsMatrix all) {
    BitSet heldOut = new BitSet(all.ratingCount());
    for (int user = 0; user < all.userCount(); user++) {
      int ratings = all.userRatingCount(user);
      int last = ratings == 0 ? 0 : heldOutOf(ratings);
      if (last > 0) {
        addLast(all, user, last, heldOut);
      }
    }
    return heldOut;
  }

  @Override
  default boolean needsTimes() {
    return true;
  }

  /** Positions of a user ascend by movie, so that ties are broken from the end. */
  private static void addLast(RatingsMatrix all, int user, int last, BitSet heldOut) {
    int start = all.userStart(user);
    long[] times = new long[all.userRatingCount(user)];
    Arrays.setAll(times, index -> all.timestampAt(start + index));
    Arrays.sort(times);
    long oldest = times[times.length - last];
    int tied = last;
    for (int index = times.length - 1; times[index] > oldest; index--) {
      tied--;
    }
    for (int position = all.userEnd(user) - 1; position >= start; position--) {
      long time = all.timestampAt(position);
      heldOut.set(position, time > oldest || (time == oldest && tied-- > 0));
    }
  }
}

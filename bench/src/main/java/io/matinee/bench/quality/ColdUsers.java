package io.matinee.bench.quality;

import io.matinee.model.ratings.RatingsMatrix;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;

/**
 * Users who are kept out of a training.
 *
 * @param all all ratings
 * @param users who is kept out, ascending
 * @param training the ratings of the others
 * @param drawn [users], the positions of each one's ratings in a drawn order
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy would cost
record ColdUsers(RatingsMatrix all, int[] users, RatingsMatrix training, List<int[]> drawn) {

  /** Draws so many users. */
  static ColdUsers draw(RatingsMatrix all, int count, long seed) {
    Thinning thinning = new Thinning(all, seed);
    int[] users = thinning.users(count);
    BitSet others = new BitSet(all.ratingCount());
    others.set(0, all.ratingCount());
    List<int[]> drawn = new ArrayList<>();
    for (int user : users) {
      others.clear(all.userStart(user), all.userEnd(user));
      drawn.add(thinning.inDrawnOrder(user));
    }
    return new ColdUsers(all, users, Thinning.part(all, others), drawn);
  }

  /**
   * Returns what users give of one half of their ratings.
   *
   * @param count how many at most; empty for all of that half
   */
  RatingsMatrix given(OptionalInt count) {
    BitSet positions = new BitSet(all.ratingCount());
    for (int[] order : drawn) {
      int end = Math.min(count.orElse(Integer.MAX_VALUE), order.length / 2);
      for (int place = 0; place < end; place++) {
        positions.set(order[place]);
      }
    }
    return Thinning.part(all, positions);
  }

  /** Returns the other half, which they are judged by. */
  RatingsMatrix judging() {
    BitSet positions = new BitSet(all.ratingCount());
    for (int[] order : drawn) {
      for (int place = order.length / 2; place < order.length; place++) {
        positions.set(order[place]);
      }
    }
    return Thinning.part(all, positions);
  }
}

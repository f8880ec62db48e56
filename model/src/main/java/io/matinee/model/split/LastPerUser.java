package io.matinee.model.split;

import io.matinee.model.ratings.RatingsMatrix;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Holds out the last ratings of each user, as in leave-one-out by time (He et al., Neural
 * Collaborative Filtering, WWW 2017). Of ratings given in the same second, the one of the later
 * movie by id counts as later.
 *
 * <p>A user keeps the first rating: of one who has no more ratings than would be held out, all but
 * that are. So nobody whom a model is judged by is unknown to it.
 *
 * @param count how many ratings of a user, 1 to {@value #MOST}
 */
public record LastPerUser(int count) implements HoldOut {
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
  public BitSet heldOut(RatingsMatrix all) {
    BitSet heldOut = new BitSet(all.ratingCount());
    for (int user = 0; user < all.userCount(); user++) {
      int last = Math.min(count, all.userRatingCount(user) - 1);
      if (last > 0) {
        addLast(all, user, last, heldOut);
      }
    }
    return heldOut;
  }

  @Override
  public boolean needsTimes() {
    return true;
  }

  @Override
  public String digest() {
    return RuleDigest.of("last-per-user", Integer.toString(count));
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

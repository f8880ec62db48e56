package io.matinee.bench.quality;

import io.matinee.model.ratings.RatingsMatrix;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Takes some of the ratings of a data set; all parts share its dictionaries. */
final class Thinning {
  private final RatingsMatrix all;
  private final SplittableRandom random;

  /** Draws with a seed. */
  Thinning(RatingsMatrix all, long seed) {
    this.all = all;
    this.random = new SplittableRandom(seed);
  }

  /** Returns at most so many ratings of each user. */
  RatingsMatrix perUser(int count) {
    BitSet kept = new BitSet(all.ratingCount());
    for (int user = 0; user < all.userCount(); user++) {
      keep(IntStream.range(all.userStart(user), all.userEnd(user)).toArray(), count, kept);
    }
    return part(all, kept);
  }

  /** Returns so many ratings, whoever gave them. */
  RatingsMatrix some(int count) {
    BitSet kept = new BitSet(all.ratingCount());
    keep(IntStream.range(0, all.ratingCount()).toArray(), count, kept);
    return part(all, kept);
  }

  /** Returns the ratings of the share of users who gave the fewest. */
  RatingsMatrix leastActive(double share) {
    BitSet kept = new BitSet(all.ratingCount());
    IntStream.range(0, all.userCount())
        .boxed()
        .sorted(Comparator.comparingInt(all::userRatingCount))
        .limit((long) (share * all.userCount()))
        .forEach(user -> kept.set(all.userStart(user), all.userEnd(user)));
    return part(all, kept);
  }

  /** Returns so many users, drawn, ascending. */
  int[] users(int count) {
    int[] users = IntStream.range(0, all.userCount()).toArray();
    shuffle(users);
    return IntStream.of(users).limit(count).sorted().toArray();
  }

  /** Returns the positions of a user's ratings in a drawn order. */
  int[] inDrawnOrder(int user) {
    int[] positions = IntStream.range(all.userStart(user), all.userEnd(user)).toArray();
    shuffle(positions);
    return positions;
  }

  /** Returns the ratings at some positions. */
  static RatingsMatrix part(RatingsMatrix all, BitSet positions) {
    RatingsMatrix.Builder part = RatingsMatrix.builder(all.users(), all.movies());
    for (int user = 0; user < all.userCount(); user++) {
      for (int position = all.userStart(user); position < all.userEnd(user); position++) {
        if (positions.get(position)) {
          part.add(user, all.movieAt(position), all.ratingAt(position), all.timestampAt(position));
        }
      }
    }
    return part.build();
  }

  private void keep(int[] positions, int count, BitSet kept) {
    shuffle(positions);
    Arrays.stream(positions).limit(count).forEach(kept::set);
  }

  private void shuffle(int[] values) {
    for (int left = values.length; left > 1; left--) {
      int drawn = random.nextInt(left);
      int last = values[left - 1];
      values[left - 1] = values[drawn];
      values[drawn] = last;
    }
  }
}

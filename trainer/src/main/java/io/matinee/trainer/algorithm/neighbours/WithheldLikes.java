package io.matinee.trainer.algorithm.neighbours;

import io.matinee.model.metric.ranking.Relevance;
import io.matinee.trainer.algorithm.likes.Likes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One user of a sample, with a fifth of the likes withheld from what weights are fitted to and
 * scores are made of.
 *
 * @param user the user's row
 * @param input the other likes, ascending
 * @param withheld those that a good list has
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record WithheldLikes(int user, int[] input, Relevance withheld) {

  /** The most users of a sample. */
  static final int USERS = 500;

  private static final int SHARE = 5;

  /** Draws users of at least five likes, and of each one's likes a fifth, rounded down. */
  static List<WithheldLikes> sample(Likes byUser, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] users = new int[byUser.rows()];
    int count = 0;
    for (int user = 0; user < byUser.rows(); user++) {
      if (byUser.count(user) >= SHARE) {
        users[count++] = user;
      }
    }
    int[] drawn = drawnFirst(Arrays.copyOf(users, count), Math.min(count, USERS), random);
    List<WithheldLikes> sample = new ArrayList<>();
    for (int index = 0; index < Math.min(count, USERS); index++) {
      sample.add(of(byUser, drawn[index], random));
    }
    return sample;
  }

  private static WithheldLikes of(Likes byUser, int user, SplittableRandom random) {
    int[] likes = new int[byUser.count(user)];
    Arrays.setAll(likes, position -> byUser.column(user, position));
    int withheld = likes.length / SHARE;
    int[] drawn = drawnFirst(likes, withheld, random);
    int[] input = Arrays.copyOfRange(drawn, withheld, drawn.length);
    Arrays.sort(input);
    return new WithheldLikes(user, input, Relevance.of(Arrays.copyOf(drawn, withheld)));
  }

  /** Brings so many at random to the front. */
  private static int[] drawnFirst(int[] values, int count, SplittableRandom random) {
    for (int index = 0; index < count; index++) {
      int other = random.nextInt(index, values.length);
      int value = values[other];
      values[other] = values[index];
      values[index] = value;
    }
    return values;
  }
}

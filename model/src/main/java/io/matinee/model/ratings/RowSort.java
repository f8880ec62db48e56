package io.matinee.model.ratings;

import java.util.Arrays;

/**
 * Sorts ratings by user, and those of a user by movie: two stable counting sorts, in time linear in
 * ratings, users and movies.
 *
 * @param userOf [at least count] the user of each rating
 * @param movieOf [at least count] the movie of each rating
 * @param count the number of ratings
 */
record RowSort(int[] userOf, int[] movieOf, int count) {

  /**
   * Returns the sorted rows.
   *
   * @param users the number of users
   * @param movies the number of movies
   * @param ratingOf [at least count] the ratings
   * @param timestampOf [at least count] when they were given
   */
  Rows rows(int users, int movies, float[] ratingOf, long[] timestampOf) {
    int[] order = ordered(ordered(identity(), movieOf, movies), userOf, users);
    long[] starts = new long[users + 1];
    int[] movieAt = new int[count];
    float[] ratingAt = new float[count];
    long[] timestampAt = new long[count];
    for (int position = 0; position < count; position++) {
      int source = order[position];
      starts[userOf[source] + 1]++;
      movieAt[position] = movieOf[source];
      ratingAt[position] = ratingOf[source];
      timestampAt[position] = timestampOf[source];
    }
    Arrays.parallelPrefix(starts, Long::sum);
    return Rows.of(starts, movieAt, ratingAt, timestampAt);
  }

  private int[] identity() {
    int[] order = new int[count];
    Arrays.setAll(order, index -> index);
    return order;
  }

  /** Stable counting sort of the order by its keys. */
  private static int[] ordered(int[] order, int[] keys, int keyCount) {
    int[] next = new int[keyCount + 1];
    for (int index : order) {
      next[keys[index] + 1]++;
    }
    Arrays.parallelPrefix(next, Integer::sum);
    int[] sorted = new int[order.length];
    for (int index : order) {
      sorted[next[keys[index]]++] = index;
    }
    return sorted;
  }
}

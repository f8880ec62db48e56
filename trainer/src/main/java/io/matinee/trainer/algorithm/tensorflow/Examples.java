package io.matinee.trainer.algorithm.tensorflow;

import io.matinee.model.ratings.RatingsMatrix;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;

/**
 * Ratings as examples in an order that can be shuffled.
 *
 * @param users [examples], indices of users
 * @param movies [examples], indices of movies
 * @param ratings [examples], in rating units
 */
record Examples(int[] users, int[] movies, float[] ratings) {

  static Examples of(RatingsMatrix matrix) {
    int count = matrix.ratingCount();
    Examples examples = new Examples(new int[count], new int[count], new float[count]);
    for (int user = 0; user < matrix.userCount(); user++) {
      for (int cell = matrix.userStart(user); cell < matrix.userEnd(user); cell++) {
        examples.users[cell] = user;
        examples.movies[cell] = matrix.movieAt(cell);
        examples.ratings[cell] = matrix.ratingAt(cell);
      }
    }
    return examples;
  }

  /** Returns the same examples with other rows in place of users and of movies. */
  Examples withRows(IntUnaryOperator rowOfUser, IntUnaryOperator rowOfMovie) {
    return new Examples(
        Arrays.stream(users).map(rowOfUser).toArray(),
        Arrays.stream(movies).map(rowOfMovie).toArray(),
        ratings);
  }

  int count() {
    return ratings.length;
  }

  /** Returns a copy of the examples from one position up to, but not including, another. */
  Examples part(int from, int to) {
    return new Examples(
        Arrays.copyOfRange(users, from, to),
        Arrays.copyOfRange(movies, from, to),
        Arrays.copyOfRange(ratings, from, to));
  }

  /** Brings the examples into a random order (Fisher and Yates). */
  void shuffle(SplittableRandom random) {
    for (int last = count() - 1; last > 0; last--) {
      swap(last, random.nextInt(last + 1));
    }
  }

  private void swap(int one, int other) {
    int user = users[one];
    users[one] = users[other];
    users[other] = user;
    int movie = movies[one];
    movies[one] = movies[other];
    movies[other] = movie;
    float rating = ratings[one];
    ratings[one] = ratings[other];
    ratings[other] = rating;
  }
}

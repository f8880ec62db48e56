package io.matinee.trainer.dataset.rating;

import java.util.Arrays;

/** Counts how often each movie comes, one user after another. Not thread-safe. */
final class MoviesOfUser {
  /** For each movie the last user of whom it came: twice the number, and one or two more. */
  private int[] marks = {};

  /**
   * Takes a movie of a user whose number is at least that of the one before.
   *
   * @return how often it has come of this user: 1, 2, or 3 for more
   */
  int add(int user, int movie) {
    if (movie >= marks.length) {
      marks = Arrays.copyOf(marks, Math.max(2 * marks.length, movie + 1));
    }
    int once = 2 * user + 1;
    if (marks[movie] > once) {
      return 3;
    }
    boolean again = marks[movie] == once;
    marks[movie] = again ? once + 1 : once;
    return again ? 2 : 1;
  }
}

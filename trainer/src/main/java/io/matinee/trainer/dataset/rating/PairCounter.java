package io.matinee.trainer.dataset.rating;

import java.util.Arrays;

/** Counts how often each pair comes, where pairs lie together by their first. Not thread-safe. */
final class PairCounter {
  /** For each second the last first it came with: twice the number, and one or two more. */
  private int[] marks = {};

  /**
   * Takes a pair of numbers whose first is at least that of the one before.
   *
   * @return how often it has come: 1, 2, or 3 for more
   */
  int add(int first, int second) {
    if (second >= marks.length) {
      marks = Arrays.copyOf(marks, Math.max(2 * marks.length, second + 1));
    }
    int once = 2 * first + 1;
    if (marks[second] > once) {
      return 3;
    }
    boolean again = marks[second] == once;
    marks[second] = again ? once + 1 : once;
    return again ? 2 : 1;
  }
}

package io.matinee.trainer.dataset.parquet;

import java.util.Arrays;

/** Ids of one column that are whole numbers, each read once from its text. Not thread-safe. */
final class WholeNumbers {
  private long[] numbers = {};
  private int known;

  /**
   * Puts the numbers of some ids into an array.
   *
   * @param texts the texts of all ids so far, each time of as many as before or more
   */
  void of(int[] ids, int rows, IdTexts texts, long[] values) {
    for (int row = 0; row < rows; row++) {
      int id = ids[row];
      if (id >= known) {
        learn(id, texts);
      }
      values[row] = numbers[id];
    }
  }

  private void learn(int last, IdTexts texts) {
    if (last >= numbers.length) {
      numbers = Arrays.copyOf(numbers, Math.max(2 * numbers.length, last + 1));
    }
    for (; known <= last; known++) {
      numbers[known] = texts.number(known);
    }
  }
}

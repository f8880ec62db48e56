package io.matinee.trainer.dataset.counting;

import java.util.List;
import java.util.stream.Collectors;

/** The minimum numbers of ratings whose effect is told; a level is how many of them are reached. */
public final class Minimums {
  /** The minimums, in ascending order. */
  public static final List<Integer> ALL = List.of(2, 5, 10, 20, 50, 100, 200, 500, 1_000);

  private Minimums() {}

  /** Returns how many levels there are, that of no minimum included. */
  static int levels() {
    return ALL.size() + 1;
  }

  /** Returns the level of each of the first numbers. */
  static byte[] levels(int[] numbers, int count) {
    byte[] levels = new byte[count];
    for (int index = 0; index < count; index++) {
      byte level = 0;
      while (level < ALL.size() && numbers[index] >= ALL.get(level)) {
        level++;
      }
      levels[index] = level;
    }
    return levels;
  }

  /** Returns the level of a number in SQL. */
  static String level(String number) {
    return ALL.stream()
        .map(minimum -> "(%s >= %d)::TINYINT".formatted(number, minimum))
        .collect(Collectors.joining(" + ", "(", ")"));
  }
}

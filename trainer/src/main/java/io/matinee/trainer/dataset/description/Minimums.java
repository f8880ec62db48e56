package io.matinee.trainer.dataset.description;

import java.util.List;
import java.util.stream.Collectors;

/** The minimum numbers of ratings whose effect is told; a level is how many of them are reached. */
final class Minimums {
  /** The minimums, in ascending order. */
  static final List<Integer> ALL = List.of(2, 5, 10, 20, 50, 100, 200, 500, 1_000);

  private Minimums() {}

  /** Returns the level of a number in SQL. */
  static String level(String number) {
    return ALL.stream()
        .map(minimum -> "(%s >= %d)::TINYINT".formatted(number, minimum))
        .collect(Collectors.joining(" + ", "(", ")"));
  }
}

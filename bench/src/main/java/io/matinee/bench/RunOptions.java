package io.matinee.bench;

import java.util.List;

/**
 * What a run of a benchmark is asked for; a benchmark that has no use for an option ignores it.
 *
 * @param size how many times as much work as the short form, from 1
 * @param seed of what is drawn
 * @param cases numbers of single cases to run alone; empty for all
 */
public record RunOptions(int size, long seed, List<Integer> cases) {
  private static final String SIZE = "--size=";
  private static final String SEED = "--seed=";

  /** Copies the cases. */
  public RunOptions {
    if (size < 1) {
      throw new IllegalArgumentException("the size is " + size + "; give at least 1");
    }
    cases = List.copyOf(cases);
  }

  /**
   * Reads the options from the arguments behind a benchmark's name.
   *
   * @throws IllegalArgumentException when a number is none
   */
  public static RunOptions of(List<String> arguments) {
    int size = 1;
    long seed = 1;
    for (String argument : arguments) {
      if (argument.startsWith(SIZE)) {
        size = Integer.parseInt(argument.substring(SIZE.length()));
      } else if (argument.startsWith(SEED)) {
        seed = Long.parseLong(argument.substring(SEED.length()));
      }
    }
    List<Integer> cases =
        arguments.stream()
            .filter(argument -> !argument.startsWith("-"))
            .map(Integer::valueOf)
            .toList();
    return new RunOptions(size, seed, cases);
  }
}

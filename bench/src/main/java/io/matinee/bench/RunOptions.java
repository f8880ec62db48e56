package io.matinee.bench;

import java.util.List;

/**
 * What a run of a benchmark is asked for; a benchmark that has no use for an option ignores it.
 *
 * @param size how many times as much work as the short form, from 1
 * @param seed of what is drawn
 * @param parts names of parts, or numbers of single cases, to run alone; empty for all
 */
public record RunOptions(int size, long seed, List<String> parts) {
  private static final String SIZE = "--size=";
  private static final String SEED = "--seed=";

  /** Copies the parts. */
  public RunOptions {
    if (size < 1) {
      throw new IllegalArgumentException("the size is " + size + "; give at least 1");
    }
    parts = List.copyOf(parts);
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
    List<String> parts = arguments.stream().filter(argument -> !argument.startsWith("-")).toList();
    return new RunOptions(size, seed, parts);
  }

  /** Returns whether a part is to run. */
  public boolean wants(String part) {
    return parts.isEmpty() || parts.contains(part);
  }

  /** Returns the numbers of the single cases to run. */
  public List<Integer> cases() {
    return parts.stream()
        .filter(part -> part.chars().allMatch(Character::isDigit))
        .map(Integer::valueOf)
        .toList();
  }
}

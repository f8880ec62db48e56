package io.matinee.bench;

import java.util.List;

/**
 * What a run of a benchmark is asked for; a benchmark that has no use for an option ignores it.
 *
 * @param size how many times as much work as the usual form, above 0
 * @param seed of what is drawn
 * @param parts names of parts, or numbers of single cases, to run alone; empty for all
 */
public record RunOptions(double size, long seed, List<String> parts) {
  private static final String SIZE = "--size=";
  private static final String SEED = "--seed=";

  /** Copies the parts. */
  public RunOptions {
    if (!(size > 0 && size < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("the size is " + size + "; give a number above 0");
    }
    parts = List.copyOf(parts);
  }

  /**
   * Reads the options from the arguments behind a benchmark's name.
   *
   * @throws IllegalArgumentException when a number is not one
   */
  public static RunOptions of(List<String> arguments) {
    double size = 1;
    long seed = 1;
    for (String argument : arguments) {
      if (argument.startsWith(SIZE)) {
        size = Double.parseDouble(argument.substring(SIZE.length()));
      } else if (argument.startsWith(SEED)) {
        seed = Long.parseLong(argument.substring(SEED.length()));
      }
    }
    List<String> parts = arguments.stream().filter(argument -> !argument.startsWith("-")).toList();
    return new RunOptions(size, seed, parts);
  }

  /** Returns as many as the size makes of some number, at least one. */
  public int times(int usual) {
    return (int) Math.max(1, Math.round(usual * size));
  }

  /** Returns whether it is the usual form, for which the goals are. */
  public boolean isUsual() {
    return size == 1;
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

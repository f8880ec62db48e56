package io.matinee.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/**
 * One measured figure beside its goal.
 *
 * @param name what was measured
 * @param value the measurement, in {@code unit}
 * @param unit the unit, e.g. "examples/s", "s", "ratio"
 * @param goal the goal, e.g. "&gt;= 250000"; empty for a figure that is only reported
 * @param holds whether the goal is reached; true without a goal
 */
public record Figure(
    @JsonProperty String name,
    @JsonProperty double value,
    @JsonProperty String unit,
    @JsonProperty String goal,
    @JsonProperty boolean holds) {

  /** Returns a figure that must be at least {@code goal}. */
  public static Figure atLeast(String name, double value, String unit, double goal) {
    return new Figure(name, value, unit, ">= " + plain(goal), value >= goal);
  }

  /** Returns a figure that must be at most {@code goal}. */
  public static Figure atMost(String name, double value, String unit, double goal) {
    return new Figure(name, value, unit, "<= " + plain(goal), value <= goal);
  }

  /** Returns a figure without a goal. */
  public static Figure reported(String name, double value, String unit) {
    return new Figure(name, value, unit, "", true);
  }

  /** One line for people. */
  public String line() {
    String verdict = goal.isEmpty() ? "" : "  goal " + goal + (holds ? "  holds" : "  MISSED");
    return String.format(Locale.ROOT, "%-44s %14s %-12s%s", name, plain(value), unit, verdict);
  }

  private static String plain(double value) {
    return Math.abs(value) >= 1000
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.4g", value);
  }
}

package io.matinee.metrics.evaluation;

import java.util.OptionalLong;

/**
 * How far two contestants are apart by one metric, over the users for whom both have a value.
 *
 * @param contestant the id of the first
 * @param other the id of the second
 * @param name what the two figures are of
 * @param difference the first's figure less the second's
 * @param interval its 95 % interval
 * @param probability that the two would be as far apart were they alike; the p value
 * @param outcomes of how many users which one has the better value
 * @param decidingUsers of how many users the interval would exclude 0, were the difference the
 *     same; empty where there is none
 */
public record PairedDifference(
    String contestant,
    String other,
    FigureName name,
    double difference,
    Interval interval,
    double probability,
    Outcomes outcomes,
    OptionalLong decidingUsers) {
  /**
   * Users by who serves them better: by the greater value, by the smaller one of errors.
   *
   * @param wins users with a better value in the first
   * @param ties users with the same value in both
   * @param losses users with a better value in the second
   */
  public record Outcomes(long wins, long ties, long losses) {}
}

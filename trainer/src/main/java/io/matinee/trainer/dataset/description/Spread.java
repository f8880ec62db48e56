package io.matinee.trainer.dataset.description;

import io.matinee.model.ratings.RatingScale;
import java.util.function.DoubleUnaryOperator;

/**
 * How values spread. The q quantile of n values in the order of size lies at place (n - 1) q,
 * counted from 0, and between two places on the line between their values (Hyndman and Fan 1996,
 * definition 7; what pandas and numpy do by default).
 *
 * @param mean the mean
 * @param standardDeviation the root of the mean squared distance from the mean
 * @param minimum the least value
 * @param percentile5 the 5 % quantile
 * @param lowerQuartile the 25 % quantile
 * @param median the 50 % quantile
 * @param upperQuartile the 75 % quantile
 * @param percentile95 the 95 % quantile
 * @param maximum the greatest value
 */
public record Spread(
    double mean,
    double standardDeviation,
    double minimum,
    double percentile5,
    double lowerQuartile,
    double median,
    double upperQuartile,
    double percentile95,
    double maximum) {

  /** Returns the spread of the same ratings on 0 to 1: (rating - minimum) / range of the scale. */
  public Spread unit(RatingScale scale) {
    DoubleUnaryOperator unit = rating -> (rating - scale.minimum()) / scale.range();
    return new Spread(
        unit.applyAsDouble(mean),
        standardDeviation / scale.range(),
        unit.applyAsDouble(minimum),
        unit.applyAsDouble(percentile5),
        unit.applyAsDouble(lowerQuartile),
        unit.applyAsDouble(median),
        unit.applyAsDouble(upperQuartile),
        unit.applyAsDouble(percentile95),
        unit.applyAsDouble(maximum));
  }
}

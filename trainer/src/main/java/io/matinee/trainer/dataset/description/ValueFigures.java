package io.matinee.trainer.dataset.description;

import io.matinee.model.ratings.RatingScale;
import io.matinee.trainer.query.QueryEngine;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * How the ratings spread over their values.
 *
 * @param spread the ratings; empty where there are none
 * @param unitSpread the ratings on 0 to 1; empty where there are none
 * @param histogram how often each rating was given, lowest first
 * @param binWidth the width of a bin whose lower end stands for a rating; 0 where each rating
 *     stands for itself
 */
public record ValueFigures(
    Optional<Spread> spread,
    Optional<Spread> unitSpread,
    List<Frequency> histogram,
    double binWidth) {

  /** Copies the list. */
  public ValueFigures {
    histogram = List.copyOf(histogram);
  }

  /** Reads the figures; of different values as many as there are pass by, in their order. */
  static ValueFigures read(QueryEngine engine, RatingScale scale) throws SQLException {
    long count = engine.number("SELECT coalesce(sum(times), 0)::BIGINT FROM counted_values");
    if (count == 0) {
      return new ValueFigures(Optional.empty(), Optional.empty(), List.of(), 0);
    }
    AscendingValues values = new AscendingValues(count);
    RatingHistogram histogram = new RatingHistogram(scale);
    engine.visit(
        "SELECT rating, times FROM counted_values ORDER BY rating",
        row -> {
          values.add(row.getFloat(1), row.getLong(2));
          histogram.add(row.getFloat(1), row.getLong(2));
          return true;
        });
    Spread spread = values.spread();
    return new ValueFigures(
        Optional.of(spread),
        Optional.of(spread.unit(scale)),
        histogram.frequencies(),
        histogram.binWidth());
  }

  /**
   * How often a rating was given.
   *
   * @param rating the rating
   * @param count how often
   */
  public record Frequency(float rating, long count) {}
}

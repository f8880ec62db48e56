package io.matinee.trainer.dataset.description;

import io.matinee.trainer.query.QueryEngine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * When ratings were given, in UTC.
 *
 * @param oldest the time of the oldest rating, in seconds since 1970; empty without times
 * @param newest the time of the newest rating; empty without times
 * @param months the ratings of each month that has any, oldest first
 * @param days the ratings of each day that has any, oldest first; of more than {@value #MOST_DAYS}
 *     the newest
 */
public record TimeFigures(
    OptionalLong oldest, OptionalLong newest, List<Period> months, List<Period> days) {
  private static final int MOST_DAYS = 10_000;

  /** Copies the lists. */
  public TimeFigures {
    months = List.copyOf(months);
    days = List.copyOf(days);
  }

  /** Reads the figures; the rule for times bounds the days between the first and the last. */
  static TimeFigures read(QueryEngine engine) throws SQLException {
    List<Day> days = engine.query("SELECT day, times FROM counted_days ORDER BY day", Day::read);
    if (days.isEmpty()) {
      return new TimeFigures(OptionalLong.empty(), OptionalLong.empty(), List.of(), List.of());
    }
    return new TimeFigures(
        OptionalLong.of(engine.number("SELECT oldest FROM counted_span")),
        OptionalLong.of(engine.number("SELECT newest FROM counted_span")),
        months(days),
        days.subList(Math.max(0, days.size() - MOST_DAYS), days.size()).stream()
            .map(day -> new Period(day.date().toString(), day.count()))
            .toList());
  }

  private static List<Period> months(List<Day> days) {
    Map<YearMonth, Long> counts = new TreeMap<>();
    days.forEach(day -> counts.merge(YearMonth.from(day.date()), day.count(), Long::sum));
    List<Period> months = new ArrayList<>();
    counts.forEach((month, count) -> months.add(new Period(month.toString(), count)));
    return months;
  }

  /**
   * The ratings of a month or day.
   *
   * @param period the month or day by ISO 8601
   * @param count how many ratings were given in it
   */
  public record Period(String period, long count) {}

  private record Day(LocalDate date, long count) {
    static Day read(ResultSet row) throws SQLException {
      return new Day(LocalDate.ofEpochDay(row.getLong(1)), row.getLong(2));
    }
  }
}

package io.matinee.cli.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Counts by label, so few that a screen shows them.
 *
 * @param counts the counts in their order
 */
record Groups(Map<String, Long> counts) {
  private static final int MOST = 24;

  /**
   * Counts of months or years, put together by the year, the decade or the century where they are
   * many.
   *
   * @param period the month or year of an item, "2005-03" or "2005"
   */
  static <T> Groups ofPeriods(List<T> items, Function<T, String> period, ToLongFunction<T> count) {
    Groups groups = by(items, period, count);
    for (Span span : Span.values()) {
      if (groups.counts.size() > MOST) {
        groups = by(items, period.andThen(span::of), count);
      }
    }
    return groups;
  }

  /** Counts of neighbours in a list, several put together under the label of the first. */
  static <T> Groups ofNeighbours(
      List<T> items, Function<T, String> label, ToLongFunction<T> count) {
    int together = Math.ceilDiv(items.size(), MOST);
    List<String> labels = new ArrayList<>();
    for (int index = 0; index < items.size(); index++) {
      labels.add(label.apply(items.get(index / together * together)));
    }
    Map<String, Long> counts = new LinkedHashMap<>();
    for (int index = 0; index < items.size(); index++) {
      counts.merge(labels.get(index), count.applyAsLong(items.get(index)), Long::sum);
    }
    return new Groups(counts);
  }

  /** Returns the greatest count. */
  long greatest() {
    return counts.values().stream().mapToLong(count -> count).max().orElse(0);
  }

  /** Returns the sum of the counts. */
  long sum() {
    return counts.values().stream().mapToLong(count -> count).sum();
  }

  private static <T> Groups by(List<T> items, Function<T, String> label, ToLongFunction<T> count) {
    Map<String, Long> counts = new LinkedHashMap<>();
    items.forEach(item -> counts.merge(label.apply(item), count.applyAsLong(item), Long::sum));
    return new Groups(counts);
  }

  /** What periods are put together by, the shortest first. */
  private enum Span {
    YEAR(4, ""),
    DECADE(3, "0s"),
    CENTURY(2, "00s");

    private final int digits;
    private final String end;

    Span(int digits, String end) {
      this.digits = digits;
      this.end = end;
    }

    String of(String period) {
      return period.substring(0, digits) + end;
    }
  }
}

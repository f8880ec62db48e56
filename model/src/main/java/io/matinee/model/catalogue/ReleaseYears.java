package io.matinee.model.catalogue;

import java.util.BitSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The movies released in or before each year. A range of years is the difference of two such sets,
 * however many years it spans. Movies without a year are in none. Immutable.
 */
final class ReleaseYears {
  private final NavigableMap<Integer, BitSet> releasedBy;

  private ReleaseYears(NavigableMap<Integer, BitSet> releasedBy) {
    this.releasedBy = releasedBy;
  }

  static ReleaseYears of(Catalogue catalogue) {
    NavigableMap<Integer, BitSet> years = new TreeMap<>();
    for (int movie = 0; movie < catalogue.size(); movie++) {
      Integer year = catalogue.movie(movie).year();
      if (year != null) {
        years.computeIfAbsent(year, y -> new BitSet(catalogue.size())).set(movie);
      }
    }
    BitSet earlier = new BitSet();
    for (BitSet released : years.values()) {
      released.or(earlier);
      earlier = released;
    }
    return new ReleaseYears(years);
  }

  /** Returns the movies released from {@code minimum} to {@code maximum}; 0 for no bound. */
  BitSet between(int minimum, int maximum) {
    Map.Entry<Integer, BitSet> last =
        maximum > 0 ? releasedBy.floorEntry(maximum) : releasedBy.lastEntry();
    if (last == null) {
      return new BitSet();
    }
    BitSet movies = FilterIndex.copy(last.getValue());
    Map.Entry<Integer, BitSet> before = releasedBy.lowerEntry(minimum);
    if (before != null) {
      movies.andNot(before.getValue());
    }
    return movies;
  }
}

package io.matinee.trainer.dataset.catalogue;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Counts the tags of movies, without regard to case. */
final class TagCounts {
  private static final int KEPT = 50;

  private final Map<String, Map<String, Integer>> counts = new HashMap<>();

  /** Counts a tag; true when it is the movie's first of its kind. */
  boolean add(String movie, String tag) {
    String cleaned = tag.replace('|', ' ').strip().toLowerCase(Locale.ROOT);
    return !cleaned.isEmpty()
        && counts.computeIfAbsent(movie, unseen -> new HashMap<>()).merge(cleaned, 1, Integer::sum)
            == 1;
  }

  /**
   * Returns the movie's most frequent tags, at most {@value #KEPT}; of equally frequent ones, by
   * name.
   */
  List<String> of(String movie) {
    Comparator<Map.Entry<String, Integer>> frequent = Map.Entry.comparingByValue();
    return counts.getOrDefault(movie, Map.of()).entrySet().stream()
        .sorted(frequent.reversed().thenComparing(Map.Entry.comparingByKey()))
        .limit(KEPT)
        .map(Map.Entry::getKey)
        .toList();
  }
}

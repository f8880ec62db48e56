package io.matinee.model.split;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Holds out exactly the ratings of a stored list. The list travels in the manifest: meant for
 * published splits of small data sets.
 *
 * @param heldOutMovies for each user id the ids of the movies whose ratings are held out
 */
public record StoredSplit(Map<String, Set<String>> heldOutMovies) implements RatingHoldOut {

  /** Copies the list in the order of ids. */
  public StoredSplit {
    SortedMap<String, Set<String>> sorted = new TreeMap<>();
    heldOutMovies.forEach((user, movies) -> sorted.put(user, new TreeSet<>(movies)));
    heldOutMovies = Collections.unmodifiableSortedMap(sorted);
  }

  @Override
  public boolean heldOut(String userId, String movieId, long epochSeconds) {
    return heldOutMovies.getOrDefault(userId, Set.of()).contains(movieId);
  }

  @Override
  public String digest() {
    List<String> parts = new ArrayList<>(List.of("stored"));
    heldOutMovies.forEach(
        (user, movies) -> movies.forEach(movie -> parts.addAll(List.of(user, movie))));
    return RuleDigest.of(parts.toArray(String[]::new));
  }
}

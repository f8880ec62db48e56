package io.matinee.trainer.dataset.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Movies by the ids that links give them at themoviedb.org. Not thread-safe. */
final class LinkedMovies implements MetadataMatch {
  private final Map<String, List<String>> byEntry = new HashMap<>();

  /** Adds a link. */
  void add(String movie, String tmdb) {
    byEntry.computeIfAbsent(tmdb, unseen -> new ArrayList<>(1)).add(movie);
  }

  /** Whether there are no links. */
  boolean isEmpty() {
    return byEntry.isEmpty();
  }

  @Override
  public List<String> moviesOf(CatalogueRow entry) {
    return byEntry.getOrDefault(entry.id(), List.of());
  }

  @Override
  public boolean mayBeSeveral() {
    return true;
  }
}

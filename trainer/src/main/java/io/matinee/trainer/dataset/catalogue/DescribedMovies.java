package io.matinee.trainer.dataset.catalogue;

import io.matinee.trainer.dataset.rejection.UnreadableImport;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The movies that files describe, within bounds of memory. Not thread-safe. */
final class DescribedMovies {
  /** About what movies and their tags may take while they are read, in bytes of memory. */
  private static final long MAXIMUM_BYTES = 256L << 20;

  private static final int BYTES_OF_A_MOVIE = 300;

  private final Map<String, CatalogueRow> movies = new LinkedHashMap<>();
  private long bytes;

  /** Adds a movie, unless there is one with its id; returns whether it did. */
  boolean add(CatalogueRow movie, Path file) {
    boolean fresh = movies.putIfAbsent(movie.id(), movie) == null;
    if (fresh) {
      int genres = movie.genres().stream().mapToInt(String::length).sum();
      count(BYTES_OF_A_MOVIE + 2L * (movie.title().length() + genres) + bytesOfTexts(movie), file);
    }
    return fresh;
  }

  /** Adds a movie, or what it says beyond the one with its id. */
  void complete(CatalogueRow movie, Path file) {
    if (!add(movie, file)) {
      change(movie.id(), known -> known.completedBy(movie));
      count(bytesOfTexts(movie), file);
    }
  }

  private static long bytesOfTexts(CatalogueRow movie) {
    return 2L * (movie.overview().length() + movie.originalTitle().length());
  }

  /** Whether there is a movie with this id. */
  boolean has(String id) {
    return movies.containsKey(id);
  }

  /** Changes a movie, if it is there. */
  void change(String id, UnaryOperator<CatalogueRow> change) {
    movies.computeIfPresent(id, (same, movie) -> change.apply(movie));
  }

  /** Changes all movies. */
  void changeAll(UnaryOperator<CatalogueRow> change) {
    movies.replaceAll((id, movie) -> change.apply(movie));
  }

  /**
   * Counts bytes of memory that a file takes.
   *
   * @throws io.matinee.runtime.error.MatineeException IMPORT_UNREADABLE when they are too many
   */
  void count(long more, Path file) {
    bytes += more;
    if (bytes > MAXIMUM_BYTES) {
      throw UnreadableImport.of(
          file,
          "describes more movies, or gives them more tags, than one import can take",
          "leave out those without ratings");
    }
  }

  /** Returns the movies in the order in which they came. */
  Collection<CatalogueRow> all() {
    return Collections.unmodifiableCollection(movies.values());
  }
}

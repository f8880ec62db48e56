package io.matinee.similarity.search;

import io.matinee.similarity.vectors.SimilarMovie;
import java.util.List;

/**
 * A part of the list of the most similar movies.
 *
 * @param movies most similar first
 * @param method how they were found
 */
public record SimilarMovies(List<SimilarMovie> movies, SearchMethod method) {

  /** Copies the list. */
  public SimilarMovies {
    movies = List.copyOf(movies);
  }
}

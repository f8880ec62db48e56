package io.matinee.similarity.search;

import io.matinee.model.catalogue.MovieFilter;
import io.matinee.similarity.vectors.Listed;
import java.util.Optional;

/** The list of the movies that are similar to something, from some place on. Immutable. */
public sealed interface SimilarList permits ListByVectors, ListByContent {

  /** Returns what came before. */
  Listed listed();

  /** Returns whether a movie can be in such a list. */
  boolean canHold(int movie);

  /**
   * Returns the list behind one of its movies.
   *
   * @param count how many movies came before, that one included
   * @param last the movie, which the list can hold
   */
  SimilarList behind(int count, int last);

  /**
   * Returns the first movies.
   *
   * @param count how many at most, at least 0
   * @param filter which movies may be in it
   * @param forced the method to use; empty to leave it open
   */
  SimilarMovies first(int count, MovieFilter filter, Optional<SearchMethod> forced);
}

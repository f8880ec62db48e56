package io.matinee.similarity.content;

import io.matinee.model.catalogue.TermVector;
import io.matinee.similarity.vectors.Listed;
import io.matinee.similarity.vectors.Query;

/**
 * What movies are compared with by their content, and which part of the list is wanted.
 *
 * @param direction the direction; empty for what has nothing in common with any movie
 * @param movie the movie that is asked about, and so left out; {@link Query#NO_MOVIE} for none
 * @param listed what came before
 */
public record ContentQuery(TermVector direction, int movie, Listed listed) {

  /** Returns whether a movie with this cosine is in the wanted part of the list. */
  boolean wants(int other, float cosine) {
    return cosine > 0 && other != movie && listed.isBefore(other, cosine);
  }
}

package io.matinee.similarity.search;

import io.matinee.model.catalogue.MovieFilter;
import io.matinee.similarity.vectors.Listed;
import io.matinee.similarity.vectors.Query;
import java.util.Optional;

/**
 * The movies whose vectors are near to one.
 *
 * @param search what finds them
 * @param query what they are to be near to
 */
public record ListByVectors(SimilaritySearch search, Query query) implements SimilarList {

  @Override
  public Listed listed() {
    return query.listed();
  }

  @Override
  public boolean canHold(int movie) {
    return search.contains(movie);
  }

  @Override
  public SimilarList behind(int count, int last) {
    return new ListByVectors(search, query.behind(count, last, search.vectors()));
  }

  @Override
  public SimilarMovies first(int count, MovieFilter filter, Optional<SearchMethod> forced) {
    return search.find(query, count, filter, forced);
  }
}

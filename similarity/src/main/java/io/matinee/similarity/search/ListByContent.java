package io.matinee.similarity.search;

import io.matinee.model.catalogue.MovieFilter;
import io.matinee.similarity.content.ContentQuery;
import io.matinee.similarity.content.ContentSearch;
import io.matinee.similarity.vectors.Listed;
import java.util.Optional;

/**
 * The movies that have most in common with one, or with a text.
 *
 * @param search what finds them
 * @param query what they are to have in common
 */
public record ListByContent(ContentSearch search, ContentQuery query) implements SimilarList {

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
    return new ListByContent(search, search.behind(query, count, last));
  }

  @Override
  public SimilarMovies first(int count, MovieFilter filter, Optional<SearchMethod> forced) {
    return new SimilarMovies(search.find(query, count, filter), SearchMethod.EXACT);
  }
}

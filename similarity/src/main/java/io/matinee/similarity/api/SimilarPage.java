package io.matinee.similarity.api;

import io.matinee.proto.model.v1.EmbeddingSpace;
import io.matinee.proto.similarity.v1.FindSimilarMoviesRequest;
import io.matinee.proto.similarity.v1.FindSimilarMoviesResponse;
import io.matinee.runtime.api.MovieFilters;
import io.matinee.runtime.paging.PageSize;
import io.matinee.runtime.paging.PageStart;
import io.matinee.similarity.search.SimilarList;
import io.matinee.similarity.search.SimilarMovies;
import io.matinee.similarity.search.SimilarityModel;
import io.matinee.similarity.vectors.SimilarMovie;
import java.util.List;

/**
 * One page of a list of similar movies. It goes on behind the last movie of the page before, by
 * place in the order rather than by rank: a longer walk on the graph may find what a shorter one
 * missed, and ranks would shift so that a movie came twice.
 *
 * @param request what is asked for
 * @param space the space that movies are compared in
 * @param start where the page starts
 */
record SimilarPage(FindSimilarMoviesRequest request, EmbeddingSpace space, PageStart start) {
  private static final int DEFAULT_SIZE = 10;
  private static final int LONGEST_LIST = 1_000;
  private static final long RATED = 1;

  /** Returns the page, made from a loaded version. */
  FindSimilarMoviesResponse of(SimilarityModel model, String version) {
    Queries queries = new Queries(model, space);
    SimilarList list = queries.goOn(queries.read(request), start.token());
    int listed = list.listed().count();
    int size = Math.min(size(), Math.max(0, LONGEST_LIST - listed));
    boolean mayGoOn = listed + size < LONGEST_LIST;
    SimilarMovies found =
        list.first(
            mayGoOn ? size + 1 : size,
            MovieFilters.read(request.getFilter(), "filter", RATED),
            Methods.forced(request.getMethod()));
    List<SimilarMovie> page = found.movies().subList(0, Math.min(size, found.movies().size()));
    FindSimilarMoviesResponse.Builder response =
        FindSimilarMoviesResponse.newBuilder()
            .addAllMovies(
                SimilarMovieMessages.of(page, listed, space, model.catalogue(), request.getView()))
            .setModelVersion(version)
            .setMethod(Methods.message(found.method()));
    if (found.movies().size() > page.size()) {
      response.setNextPageToken(
          start.nextAt(version, listed + page.size(), page.getLast().movie()));
    }
    return response.build();
  }

  private int size() {
    return PageSize.of(request.getPageSize(), DEFAULT_SIZE);
  }
}

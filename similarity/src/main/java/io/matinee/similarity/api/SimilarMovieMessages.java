package io.matinee.similarity.api;

import io.matinee.model.catalogue.Catalogue;
import io.matinee.proto.similarity.v1.FindSimilarMoviesResponse;
import io.matinee.proto.similarity.v1.SimilarMovie;
import io.matinee.runtime.api.MovieMessage;
import io.matinee.similarity.search.SimilarMovies;

/** Found movies as messages. */
final class SimilarMovieMessages {
  private SimilarMovieMessages() {}

  static FindSimilarMoviesResponse response(
      SimilarMovies found, Catalogue catalogue, String version) {
    FindSimilarMoviesResponse.Builder response =
        FindSimilarMoviesResponse.newBuilder()
            .setModelVersion(version)
            .setMethod(Methods.message(found.method()));
    for (var similar : found.movies()) {
      response.addMovies(
          SimilarMovie.newBuilder()
              .setMovie(MovieMessage.of(catalogue, similar.movie()))
              .setCosine(similar.cosine()));
    }
    return response.build();
  }
}

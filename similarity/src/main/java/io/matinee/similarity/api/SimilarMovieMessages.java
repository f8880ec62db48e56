package io.matinee.similarity.api;

import io.matinee.model.catalogue.Catalogue;
import io.matinee.model.catalogue.Movie;
import io.matinee.proto.similarity.v1.FindSimilarMoviesResponse;
import io.matinee.proto.similarity.v1.SimilarMovie;
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
              .setMovie(movie(catalogue, similar.movie()))
              .setCosine(similar.cosine()));
    }
    return response.build();
  }

  private static io.matinee.proto.model.v1.Movie movie(Catalogue catalogue, int index) {
    Movie movie = catalogue.movie(index);
    io.matinee.proto.model.v1.Movie.Builder message =
        io.matinee.proto.model.v1.Movie.newBuilder()
            .setMovieId(movie.id())
            .setTitle(movie.title())
            .setYear(movie.year() == null ? 0 : movie.year())
            .addAllGenres(movie.genres())
            .setRatingCount(catalogue.ratingCount(index))
            .setImdbId(movie.imdbId())
            .setTmdbId(movie.tmdbId());
    if (catalogue.ratingCount(index) > 0) {
      message.setMeanRating((float) catalogue.meanRating(index));
    }
    return message.build();
  }
}

package io.matinee.serving.api;

import io.matinee.model.catalogue.Catalogue;
import io.matinee.proto.model.v1.Movie;
import java.util.List;
import java.util.stream.IntStream;

/** The movies of one version as messages, made once: replies share them. Immutable. */
final class MovieMessages {
  private final List<Movie> movies;

  private MovieMessages(List<Movie> movies) {
    this.movies = movies;
  }

  static MovieMessages of(Catalogue catalogue) {
    return new MovieMessages(
        IntStream.range(0, catalogue.size()).mapToObj(movie -> message(catalogue, movie)).toList());
  }

  /** Returns a movie by index. */
  Movie get(int movie) {
    return movies.get(movie);
  }

  private static Movie message(Catalogue catalogue, int index) {
    var movie = catalogue.movie(index);
    Movie.Builder message =
        Movie.newBuilder()
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

package io.matinee.serving.api;

import io.matinee.model.catalogue.Catalogue;
import io.matinee.proto.model.v1.Movie;
import io.matinee.proto.model.v1.MovieView;
import io.matinee.runtime.api.MovieMessage;
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
        IntStream.range(0, catalogue.size())
            .mapToObj(movie -> MovieMessage.of(catalogue, movie))
            .toList());
  }

  /** Returns what a view shows of a movie, by index. */
  Movie get(int movie, MovieView view) {
    return MovieMessage.in(view, movies.get(movie));
  }
}

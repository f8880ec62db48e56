package io.matinee.serving.api;

import io.matinee.model.catalogue.Catalogue;
import io.matinee.proto.model.v1.Movie;
import io.matinee.proto.model.v1.MovieView;
import io.matinee.runtime.api.MovieMessage;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The movies of one version as messages, made once for all views but the full one, which few ask
 * for: replies share them. Immutable.
 */
final class MovieMessages {
  private final Catalogue catalogue;
  private final List<Movie> basic;

  private MovieMessages(Catalogue catalogue, List<Movie> basic) {
    this.catalogue = catalogue;
    this.basic = basic;
  }

  static MovieMessages of(Catalogue catalogue) {
    return new MovieMessages(
        catalogue,
        IntStream.range(0, catalogue.size())
            .mapToObj(
                movie ->
                    MovieMessage.in(MovieView.MOVIE_VIEW_BASIC, MovieMessage.of(catalogue, movie)))
            .toList());
  }

  /** Returns what a view shows of a movie, by index. */
  Movie get(int movie, MovieView view) {
    return view == MovieView.MOVIE_VIEW_FULL
        ? MovieMessage.of(catalogue, movie)
        : MovieMessage.in(view, basic.get(movie));
  }
}

package io.matinee.runtime.api;

import io.matinee.model.catalogue.Catalogue;
import io.matinee.proto.model.v1.Movie;
import io.matinee.proto.model.v1.MovieView;

/** Movies as messages: the one place that says what a view holds. */
public final class MovieMessage {
  private MovieMessage() {}

  /** Returns all that is known of the movie at an index of a catalogue. */
  public static Movie of(Catalogue catalogue, int index) {
    var movie = catalogue.movie(index);
    Movie.Builder message =
        Movie.newBuilder()
            .setMovieId(movie.id())
            .setTitle(movie.title())
            .setOriginalTitle(movie.originalTitle())
            .setYear(movie.year() == null ? 0 : movie.year())
            .addAllGenres(movie.genres())
            .setRatingCount(catalogue.ratingCount(index))
            .setImdbId(movie.imdbId())
            .setTmdbId(movie.tmdbId())
            .setOverview(movie.overview())
            .setVoteCount(movie.voteCount());
    if (!Double.isNaN(catalogue.meanRating(index))) {
      message.setMeanRating((float) catalogue.meanRating(index));
    }
    return message.build();
  }

  /**
   * Returns what a view shows of a movie.
   *
   * @param movie all that is known of it
   * @param view what to show; unspecified for {@code MOVIE_VIEW_BASIC}
   */
  public static Movie in(MovieView view, Movie movie) {
    return switch (view) {
      case MOVIE_VIEW_ID -> Movie.newBuilder().setMovieId(movie.getMovieId()).build();
      case MOVIE_VIEW_UNSPECIFIED, MOVIE_VIEW_BASIC, UNRECOGNIZED ->
          movie.toBuilder().clearOriginalTitle().clearOverview().clearVoteCount().build();
      case MOVIE_VIEW_FULL -> movie;
    };
  }
}

package io.matinee.runtime.api;

import io.matinee.model.catalogue.Catalogue;
import io.matinee.proto.model.v1.Movie;

/** Movies as messages. */
public final class MovieMessage {
  private MovieMessage() {}

  /** Returns the movie at an index of a catalogue, with its mean rating where it has ratings. */
  public static Movie of(Catalogue catalogue, int index) {
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

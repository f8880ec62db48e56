package io.matinee.trainer.dataset.sample;

/**
 * A theme of a movie, given as a tag by a user who rated the movie.
 *
 * @param user the user's id
 * @param movie the movie's id
 * @param tag the theme
 * @param timestamp in epoch seconds
 */
record SampleTag(int user, int movie, String tag, long timestamp) {

  private static final long AFTER_THE_RATING = 30;

  static SampleTag of(SampleRating rating, String theme) {
    return new SampleTag(
        rating.user(), rating.movie().id(), theme, rating.timestamp() + AFTER_THE_RATING);
  }
}

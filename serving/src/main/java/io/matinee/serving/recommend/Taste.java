package io.matinee.serving.recommend;

import io.matinee.model.scoring.RatedMovies;

/** What is known of the user whom an answer is for. */
sealed interface Taste {
  /**
   * A user of the training part, who brings nothing new.
   *
   * @param user the user's index
   */
  record Trained(int user) implements Taste {}

  /**
   * Ratings to fold in: the request's, and the trained ones of a known user.
   *
   * @param ratings at least one
   */
  record FoldedIn(RatedMovies ratings) implements Taste {}

  /** Nothing. */
  record Unknown() implements Taste {}
}

package io.matinee.trainer.algorithm.neighbours;

import io.matinee.trainer.algorithm.likes.Likes;

/**
 * The likes of the users who like something, of the movies that somebody likes. Both are numbered
 * anew, in their order.
 *
 * @param movies [liked movies], the index of each among all movies, ascending
 * @param byUser the liked movies of each such user
 * @param byMovie the users who like each such movie
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy would cost
record LikedPart(int[] movies, Likes byUser, Likes byMovie) {

  /**
   * Leaves out what has no likes.
   *
   * @param likes by user
   * @param movieCount how many movies there are in all
   */
  static LikedPart of(Likes likes, int movieCount) {
    Likes users = likes.withoutEmptyRows();
    Likes allMovies = users.transposed(movieCount);
    Likes byMovie = allMovies.withoutEmptyRows();
    return new LikedPart(allMovies.filledRows(), byMovie.transposed(users.rows()), byMovie);
  }

  int movieCount() {
    return byMovie.rows();
  }

  int userCount() {
    return byUser.rows();
  }
}

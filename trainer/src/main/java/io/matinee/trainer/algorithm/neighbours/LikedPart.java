package io.matinee.trainer.algorithm.neighbours;

import io.matinee.trainer.algorithm.likes.Likes;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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

  /**
   * Returns the same users and movies, in the same numbers, without what is withheld of a sample.
   */
  LikedPart without(List<WithheldLikes> sample) {
    Map<Integer, int[]> inputs =
        sample.stream().collect(Collectors.toMap(WithheldLikes::user, WithheldLikes::input));
    Likes rest = byUser.replacing(inputs);
    return new LikedPart(movies, rest, rest.transposed(movieCount()));
  }

  LikedSize size() {
    return new LikedSize(userCount(), movieCount(), byUser.count());
  }

  int movieCount() {
    return byMovie.rows();
  }

  int userCount() {
    return byUser.rows();
  }
}

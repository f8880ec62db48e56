package io.matinee.serving.catalogue;

import io.matinee.model.ratings.IdDictionary;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.runtime.error.Excerpt;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.error.UnknownMovie;

/**
 * Finds movies and users by id. A user is known when the training part holds a rating of theirs.
 * Immutable.
 */
public final class Lookup {
  private final RatingsMatrix seen;

  /** Looks in the dictionaries of the training part. */
  public Lookup(RatingsMatrix seen) {
    this.seen = seen;
  }

  /** Returns a movie's index, or -1. */
  public int findMovie(String id) {
    return seen.movies().indexOf(id);
  }

  /** Returns a known user's index, or -1. */
  public int findUser(String id) {
    IdDictionary users = seen.users();
    int user = users.indexOf(id);
    return user >= 0 && seen.userRatingCount(user) > 0 ? user : -1;
  }

  /** Returns the number of users, known or not; indices are below it. */
  public int userCount() {
    return seen.userCount();
  }

  /** Returns a user's id. */
  public String userId(int user) {
    return seen.users().id(user);
  }

  /** Returns how many movies a user rated in the training part. */
  public int userRatingCount(int user) {
    return seen.userRatingCount(user);
  }

  /**
   * Returns a movie's index.
   *
   * @param field the request's field that names it
   * @throws MatineeException MOVIE_NOT_FOUND
   */
  public int movie(String id, String field) {
    int movie = findMovie(id);
    if (movie < 0) {
      throw UnknownMovie.of(id, field);
    }
    return movie;
  }

  /**
   * Returns a known user's index.
   *
   * @param field the request's field that names the user
   * @throws MatineeException USER_NOT_FOUND
   */
  public int user(String id, String field) {
    int user = findUser(id);
    if (user < 0) {
      throw userNotFound(id, field);
    }
    return user;
  }

  /** Returns the refusal of a user who has no rating in the training part. */
  public static MatineeException userNotFound(String id, String field) {
    String problem =
        "names no user with ratings in this model version: %s".formatted(Excerpt.of(id));
    return MatineeException.of(Reason.USER_NOT_FOUND, field + " " + problem)
        .with("user_id", id)
        .onField(field, problem);
  }
}

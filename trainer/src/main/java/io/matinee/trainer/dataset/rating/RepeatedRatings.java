package io.matinee.trainer.dataset.rating;

/**
 * Looks for a user who rated a movie twice, in one pass over ratings that lie together by user, as
 * they do in MovieLens: the movies of one user at a time fit into the processor's cache, where a
 * table of all pairs does not. What it does not see does not exist; what it sees has to be looked
 * at again.
 */
final class RepeatedRatings {
  private final LongSet users = new LongSet();
  private final LongSet moviesOfUser = new LongSet();
  private long user;
  private boolean possible;

  /** Takes the next rating, by numbers other than 0. */
  void add(long nextUser, long movie) {
    if (possible) {
      return;
    }
    if (nextUser != user) {
      user = nextUser;
      moviesOfUser.clear();
      possible = !users.add(nextUser);
    }
    possible |= !moviesOfUser.add(movie);
  }

  /** Whether one of the pairs may have come twice. */
  boolean mayOccur() {
    return possible;
  }
}

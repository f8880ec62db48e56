package io.matinee.trainer.algorithm.automatic;

import io.matinee.trainer.algorithm.likes.Likes;

/**
 * What the time of a training follows from.
 *
 * @param users how many there are
 * @param movies how many there are
 * @param likes how many there are
 * @param coLikes ordered pairs of movies that a user likes, over all users
 */
record WorkSize(double users, double movies, double likes, double coLikes) {

  /** Measures the likes by user, as many as inner splits hold at most. */
  static WorkSize of(Likes byUser, int movies) {
    double coLikes = 0;
    for (int user = 0; user < byUser.rows(); user++) {
      coLikes += (double) byUser.count(user) * byUser.count(user);
    }
    double share = Math.min(1, (double) InnerSplit.MOST_RATINGS / Math.max(1, byUser.count()));
    return new WorkSize(
        share * byUser.filledRows().length, movies, share * byUser.count(), share * coLikes);
  }
}

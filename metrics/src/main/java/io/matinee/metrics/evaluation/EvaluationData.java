package io.matinee.metrics.evaluation;

import io.matinee.model.catalogue.Catalogue;
import io.matinee.model.ratings.RatingScale;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.snapshot.Snapshot;

/**
 * What a version is judged with. All parts share the same users and movies.
 *
 * @param seen the training part
 * @param heldOut the held-out part
 * @param catalogue the movies, with counts and means of the training part
 * @param scale the scale of the ratings
 */
public record EvaluationData(
    RatingsMatrix seen, RatingsMatrix heldOut, Catalogue catalogue, RatingScale scale) {
  /** Takes the parts of a version, which must be open for as long as they are used. */
  public static EvaluationData of(Snapshot snapshot) {
    return new EvaluationData(
        snapshot.seen(), snapshot.heldOut(), snapshot.catalogue(), snapshot.manifest().scale());
  }

  /** Returns the users with at least one training rating: those who get a list. */
  public int trainedUsers() {
    int users = 0;
    for (int user = 0; user < seen.userCount(); user++) {
      users += isTrained(user) ? 1 : 0;
    }
    return users;
  }

  /** Returns whether a user has a training rating. */
  public boolean isTrained(int user) {
    return seen.userRatingCount(user) > 0;
  }

  /** Returns the held-out ratings of movies without a training rating. */
  public long rowsWithoutCandidate() {
    long rows = 0;
    for (int position = 0; position < heldOut.ratingCount(); position++) {
      rows += catalogue.isCandidate(heldOut.movieAt(position)) ? 0 : 1;
    }
    return rows;
  }
}

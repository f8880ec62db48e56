package io.matinee.metrics.evaluation;

import io.matinee.model.metric.ranking.Relevance;
import java.util.stream.IntStream;

/** The held-out movies that are relevant to each user. Immutable and thread-safe. */
public final class RelevantMovies {
  private final Relevance[] byUser;

  private RelevantMovies(Relevance[] byUser) {
    this.byUser = byUser;
  }

  /**
   * Collects the held-out ratings of at least a threshold, of candidates only: a movie without a
   * training rating can be in no list. A user without a training rating gets no list, and so has no
   * relevant movie.
   */
  public static RelevantMovies of(EvaluationData data, float threshold) {
    return new RelevantMovies(
        IntStream.range(0, data.heldOut().userCount())
            .mapToObj(user -> relevant(data, user, threshold))
            .toArray(Relevance[]::new));
  }

  /** Returns the movies that are relevant to a user. */
  public Relevance of(int user) {
    return byUser[user];
  }

  /** Returns how many users have a relevant movie. */
  public int users() {
    int users = 0;
    for (Relevance relevant : byUser) {
      users += relevant.count() > 0 ? 1 : 0;
    }
    return users;
  }

  private static Relevance relevant(EvaluationData data, int user, float threshold) {
    if (!data.isTrained(user)) {
      return Relevance.of();
    }
    var heldOut = data.heldOut();
    return Relevance.of(
        IntStream.range(heldOut.userStart(user), heldOut.userEnd(user))
            .filter(position -> heldOut.ratingAt(position) >= threshold)
            .map(heldOut::movieAt)
            .filter(data.catalogue()::isCandidate)
            .toArray());
  }
}

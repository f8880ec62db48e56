package io.matinee.metrics.evaluation;

import io.matinee.model.metric.ranking.Relevance;
import java.util.stream.IntStream;

/**
 * The held-out movies that are relevant to each user: their ratings are at least a threshold, and
 * they are candidates, as a movie without a training rating can be in no list. A user without a
 * training rating gets no list, and so has no relevant movie.
 *
 * @param data the held-out ratings and the candidates
 * @param threshold the least rating of a relevant movie
 */
record RelevantMovies(EvaluationData data, float threshold) {

  /** Collects the movies that are relevant to a user. */
  Relevance of(int user) {
    return Relevance.of(movies(user).toArray());
  }

  /** Counts the users who have a relevant movie. */
  long users() {
    return IntStream.range(0, data.heldOut().userCount())
        .parallel()
        .filter(user -> movies(user).findAny().isPresent())
        .count();
  }

  private IntStream movies(int user) {
    if (!data.isTrained(user)) {
      return IntStream.empty();
    }
    var heldOut = data.heldOut();
    return IntStream.range(heldOut.userStart(user), heldOut.userEnd(user))
        .filter(position -> heldOut.ratingAt(position) >= threshold)
        .map(heldOut::movieAt)
        .filter(data.catalogue()::isCandidate);
  }
}

package io.matinee.metrics.evaluation;

import io.matinee.model.ratings.EventKind;
import io.matinee.model.scoring.BiasScorer;
import io.matinee.model.scoring.DampedBiases;
import io.matinee.model.scoring.Popularity;
import io.matinee.model.scoring.Scorer;
import io.matinee.model.snapshot.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is judged: a version's scorers, or a baseline.
 *
 * @param id the baseline's algorithm; {@link #SUBJECT} for what is evaluated
 * @param ranking what makes lists: the first of these that knows a user; empty if it does not rank
 * @param rating what predicts ratings, if it does
 */
record Contestant(String id, List<Scorer> ranking, Optional<Scorer> rating) {
  /** The id of what is evaluated, whatever its algorithms are. */
  static final String SUBJECT = "subject";

  /**
   * Returns a version's own scorers. Users of whom its ranking scorer knows nothing get the lists
   * that they are served: by the rating scorer, else popular movies.
   */
  static Contestant version(Snapshot snapshot, EvaluationData data) {
    List<Scorer> ranking =
        snapshot.ranking().isEmpty()
            ? List.of()
            : Stream.of(snapshot.ranking(), snapshot.rating(), Optional.of(popular(data)))
                .flatMap(Optional::stream)
                .toList();
    return new Contestant(SUBJECT, ranking, snapshot.rating());
  }

  /**
   * Returns the baselines, fitted on the training part: "popular" only ranks, "baseline" does both
   * and has nothing to learn from watches.
   */
  static List<Contestant> baselines(EvaluationData data) {
    Contestant popular = new Contestant("popular", List.of(popular(data)), Optional.empty());
    if (data.scale().kind() == EventKind.WATCH) {
      return List.of(popular);
    }
    Scorer biases = BiasScorer.of(DampedBiases.fit(data.seen(), data.scale()));
    return List.of(popular, new Contestant("baseline", List.of(biases), Optional.of(biases)));
  }

  private static Scorer popular(EvaluationData data) {
    return BiasScorer.of(Popularity.fit(data.seen(), data.scale()));
  }
}

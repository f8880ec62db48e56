package io.matinee.metrics.evaluation;

import io.matinee.model.scoring.DampedBiases;
import io.matinee.model.scoring.FactorScorer;
import io.matinee.model.scoring.Popularity;
import io.matinee.model.snapshot.Snapshot;
import java.util.List;
import java.util.Optional;

/**
 * What is judged: a version's scorers, or a baseline.
 *
 * @param algorithm the baseline's name; {@link AlgorithmFigures#VERSION} for the version's own
 *     scorers
 * @param ranking what makes lists, if it ranks
 * @param rating what predicts ratings, if it does
 */
record Contestant(String algorithm, Optional<FactorScorer> ranking, Optional<FactorScorer> rating) {
  private static final double USER_DAMPING = 15;
  private static final double MOVIE_DAMPING = 10;

  static Contestant version(Snapshot snapshot) {
    return new Contestant(AlgorithmFigures.VERSION, snapshot.ranking(), snapshot.rating());
  }

  /** The baselines, fitted on the training part: "popular" only ranks, "baseline" does both. */
  static List<Contestant> baselines(EvaluationData data) {
    FactorScorer popular = FactorScorer.of(Popularity.fit(data.seen(), data.scale()));
    FactorScorer biases =
        FactorScorer.of(DampedBiases.fit(data.seen(), data.scale(), USER_DAMPING, MOVIE_DAMPING));
    return List.of(
        new Contestant("popular", Optional.of(popular), Optional.empty()),
        new Contestant("baseline", Optional.of(biases), Optional.of(biases)));
  }
}

package io.matinee.bench.quality;

import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.scoring.Popularity;
import io.matinee.model.scoring.Scorer;
import io.matinee.model.scoring.ScorerModel;
import io.matinee.trainer.algorithm.Algorithm;
import io.matinee.trainer.algorithm.AlgorithmCatalogue;
import io.matinee.trainer.algorithm.Task;
import io.matinee.trainer.algorithm.TrainingTask;
import java.util.Map;

/**
 * Rankers trained as a user gets them who sets nothing.
 *
 * @param training what they learn from
 */
record Rankers(RatingsMatrix training) {
  private static final long SEED = 42;

  /** Returns what {@code train} gives without settings. */
  Scorer byDefault() {
    return scorer(model(AlgorithmCatalogue.byDefault(Task.RANKING)));
  }

  /** Returns an algorithm's scorer. */
  Scorer of(String algorithm) {
    return scorer(model(algorithm));
  }

  /** Returns the order by the number of ratings. */
  Scorer popular() {
    return scorer(Popularity.fit(training, RatedSet.SCALE));
  }

  private Scorer scorer(ScorerModel model) {
    return Scorer.of(model, training);
  }

  private ScorerModel model(String id) {
    Algorithm algorithm = AlgorithmCatalogue.algorithm(id).orElseThrow();
    TrainingTask task =
        TrainingTask.ofRatings(
            training, RatedSet.SCALE, algorithm.description().settings(Map.of()), SEED);
    return algorithm.train(task, progress -> {}).model();
  }
}

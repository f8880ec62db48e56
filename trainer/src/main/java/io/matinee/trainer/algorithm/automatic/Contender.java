package io.matinee.trainer.algorithm.automatic;

import io.matinee.model.catalogue.Catalogue;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.snapshot.Lack;
import io.matinee.trainer.algorithm.Algorithm;
import io.matinee.trainer.algorithm.AlgorithmCatalogue;
import io.matinee.trainer.algorithm.AlgorithmChoice;
import io.matinee.trainer.algorithm.Extent;
import io.matinee.trainer.algorithm.ProgressListener;
import io.matinee.trainer.algorithm.TrainedScorer;
import io.matinee.trainer.algorithm.TrainingTask;
import io.matinee.trainer.algorithm.likes.MinimumRating;
import io.matinee.trainer.algorithm.setting.GivenValue;
import io.matinee.trainer.algorithm.setting.Settings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A ranker with settings that may be chosen.
 *
 * @param algorithm the ranker
 * @param settings a value for every hyper-parameter
 */
record Contender(Algorithm algorithm, Settings settings) {

  static final String POPULAR = "popular";

  /** What is tried, that which is to be tried before others first. */
  private static final List<AlgorithmChoice> CHOICES =
      List.of(
          choice("als", Map.of()),
          choice(POPULAR, Map.of()),
          choice("item-neighbours", Map.of()),
          choice("ease", Map.of()),
          choice("item-neighbours", Map.of("popularity", 1.0)),
          choice("ease", Map.of("regularisation", 400.0)));

  /** Returns all that can be trained at the size of a task's ratings. */
  static List<Contender> all(TrainingTask task) {
    List<Contender> all = new ArrayList<>();
    CHOICES.forEach(choice -> of(choice, task).ifPresent(all::add));
    return all;
  }

  /** Returns whether its movies have vectors, which similar movies are found by. */
  boolean hasVectors() {
    return !algorithm.description().traits().lacks().contains(Lack.VECTORS);
  }

  boolean isPopular() {
    return algorithm.description().id().equals(POPULAR);
  }

  /**
   * Trains it.
   *
   * @param task gives all but the ratings and the settings
   */
  TrainedScorer train(TrainingTask task, RatingsMatrix ratings, long seed) {
    Catalogue catalogue =
        Catalogue.of(
            ratings.movies(),
            IntStream.range(0, ratings.movieCount()).mapToObj(task.catalogue()::movie).toList(),
            ratings);
    return algorithm.train(
        new TrainingTask(
            ratings, catalogue, task.scale(), settings, seed, task.device(), task.cancellation()),
        ProgressListener.SILENT);
  }

  private static Optional<Contender> of(AlgorithmChoice choice, TrainingTask task) {
    Algorithm algorithm = AlgorithmCatalogue.algorithm(choice.algorithm()).orElseThrow();
    Map<String, GivenValue> given = new HashMap<>(choice.hyperParameters());
    if (algorithm.description().hyperParameters().contains(MinimumRating.PARAMETER)) {
      double likedFrom = task.settings().get(MinimumRating.PARAMETER);
      given.put(MinimumRating.PARAMETER.key(), new GivenValue.Number(likedFrom));
    }
    try {
      Extent extent = new Extent(task.ratings().userCount(), task.ratings().movieCount());
      Settings settings =
          new AlgorithmChoice(choice.algorithm(), given).settings(algorithm, extent);
      return Optional.of(new Contender(algorithm, settings));
    } catch (IllegalArgumentException tooLarge) {
      return Optional.empty();
    }
  }

  private static AlgorithmChoice choice(String algorithm, Map<String, Double> settings) {
    Map<String, GivenValue> given = new HashMap<>();
    settings.forEach((key, value) -> given.put(key, new GivenValue.Number(value)));
    return new AlgorithmChoice(algorithm, given);
  }
}

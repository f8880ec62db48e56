package io.matinee.bench;

import io.matinee.model.metric.ranking.NormalisedDiscountedCumulativeGain;
import io.matinee.model.metric.ranking.Relevance;
import io.matinee.model.ratings.RatingScale;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.scoring.Popularity;
import io.matinee.model.scoring.Scorer;
import io.matinee.model.scoring.ScorerModel;
import io.matinee.model.scoring.ranking.BatchRanker;
import io.matinee.trainer.algorithm.Algorithm;
import io.matinee.trainer.algorithm.AlgorithmCatalogue;
import io.matinee.trainer.algorithm.TrainingTask;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Quality and fitting time of {@code als} and {@code ease} on the stored ranking split. */
final class RankingBenchmark implements Benchmark {
  private static final int CUT_OFF = 10;

  @Override
  public String name() {
    return "ranking";
  }

  @Override
  public String description() {
    return "als and ease on MovieLens 2016's stored ranking split: NDCG@10 and seconds to fit";
  }

  @Override
  public List<Figure> run(Workplace workplace) throws Exception {
    MovieLensSplits splits = MovieLensSplits.read(workplace);
    RatingsMatrix training = splits.ranking(false);
    RatingsMatrix test = splits.ranking(true);
    Fit als = Fit.of("als", training);
    Fit ease = Fit.of("ease", training);
    ScorerModel popular = Popularity.fit(training, RatingScale.MOVIELENS_HALF_STARS);
    return List.of(
        Figure.atLeast("NDCG@10", gain(als.model(), training, test), "", .25),
        Figure.reported("NDCG@10 of popular", gain(popular, training, test), ""),
        Figure.atMost("seconds to fit, cold", als.seconds(), "s", 1.5),
        Figure.reported("NDCG@10 of ease", gain(ease.model(), training, test), ""),
        Figure.reported("seconds to fit ease, what pruning costs measured", ease.seconds(), "s"));
  }

  /** All movies rated anywhere are candidates, as the protocol of the stored split has it. */
  private static double gain(ScorerModel model, RatingsMatrix training, RatingsMatrix test) {
    int[][] lists =
        new BatchRanker(training, movie -> true, CUT_OFF, false).lists(Scorer.of(model, training));
    return IntStream.range(0, lists.length)
        .mapToDouble(
            user ->
                NormalisedDiscountedCumulativeGain.of(
                    lists[user], Relevance.of(relevant(test, user)), CUT_OFF))
        .filter(gain -> !Double.isNaN(gain))
        .average()
        .orElseThrow();
  }

  private static int[] relevant(RatingsMatrix test, int user) {
    return IntStream.range(test.userStart(user), test.userEnd(user)).map(test::movieAt).toArray();
  }

  /**
   * A fit with an algorithm's defaults.
   *
   * @param model what was fitted
   * @param seconds how long it took
   */
  private record Fit(ScorerModel model, double seconds) {

    static Fit of(String id, RatingsMatrix training) {
      Algorithm algorithm = AlgorithmCatalogue.algorithm(id).orElseThrow();
      TrainingTask task =
          TrainingTask.ofRatings(
              training,
              RatingScale.MOVIELENS_HALF_STARS,
              algorithm.description().settings(Map.of()),
              42);
      long start = System.nanoTime();
      ScorerModel model = algorithm.train(task, progress -> {}).model();
      return new Fit(model, (System.nanoTime() - start) / 1e9);
    }
  }
}

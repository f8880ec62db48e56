package io.matinee.bench;

import io.matinee.model.ratings.RatingScale;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.scoring.FactorModel;
import io.matinee.model.scoring.FactorScorer;
import io.matinee.model.scoring.RatingLink;
import io.matinee.model.scoring.UserState;
import io.matinee.trainer.algorithm.Algorithm;
import io.matinee.trainer.algorithm.AlgorithmCatalogue;
import io.matinee.trainer.algorithm.KeptChoice;
import io.matinee.trainer.algorithm.TrainedScorer;
import io.matinee.trainer.algorithm.TrainingTask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Speed, quality and repeatability of {@code biased-mf} through DJL on the 2016 set. */
final class TrainingBenchmark implements Benchmark {
  private static final long SEED = 42;

  @Override
  public String name() {
    return "training";
  }

  @Override
  public String description() {
    return "biased-mf through DJL on MovieLens 2016: speed by batch size, error on val10, repeats";
  }

  @Override
  public List<Figure> run(Workplace workplace) throws Exception {
    MovieLensSplits splits = MovieLensSplits.read(workplace);
    RatingsMatrix training = splits.tenth(false);
    Run first = train(training, Map.of("batch-size", "64"));
    Run again = train(training, Map.of("batch-size", "64"));
    Run wide = train(training, Map.of("batch-size", "256"));
    return List.of(
        Figure.atLeast("examples a second, batch 64", first.speed(), "examples/s", 250_000),
        Figure.atLeast("examples a second, batch 256", wide.speed(), "examples/s", 800_000),
        Figure.atMost(
            "MSE on val10, batch 64",
            meanSquaredError(first.model(), splits.tenth(true)),
            "stars^2",
            .775),
        Figure.reported("epochs, batch 64", first.scorer().learningCurve().size(), "epochs"),
        Figure.atLeast(
            "factors equal for equal seeds",
            same(first.model(), again.model()) ? 1 : 0,
            "1 = yes",
            1));
  }

  private static Run train(RatingsMatrix training, Map<String, String> given) {
    Algorithm algorithm = AlgorithmCatalogue.algorithm("biased-mf").orElseThrow();
    List<Double> speeds = Collections.synchronizedList(new ArrayList<>());
    TrainedScorer scorer =
        algorithm.train(
            TrainingTask.ofRatings(
                training,
                RatingScale.MOVIELENS_HALF_STARS,
                new KeptChoice("biased-mf", given).choice().settings(algorithm.description()),
                SEED),
            progress -> speeds.add(progress.examplesPerSecond()));
    return new Run(scorer, median(speeds.subList(1, speeds.size())));
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static double meanSquaredError(FactorModel model, RatingsMatrix heldOut) {
    FactorScorer scorer = FactorScorer.of(model);
    RatingLink link = scorer.rating().orElseThrow();
    double sum = 0;
    for (int user = 0; user < heldOut.userCount(); user++) {
      UserState state = scorer.user(user).orElseThrow();
      for (int at = heldOut.userStart(user); at < heldOut.userEnd(user); at++) {
        double predicted = link.rating(scorer.score(state, heldOut.movieAt(at)));
        sum += Math.pow(predicted - heldOut.ratingAt(at), 2);
      }
    }
    return sum / heldOut.ratingCount();
  }

  private static boolean same(FactorModel one, FactorModel other) {
    return Arrays.equals(one.movieFactors(), other.movieFactors())
        && Arrays.equals(one.userFactors(), other.userFactors())
        && Arrays.equals(one.movieBias(), other.movieBias())
        && Arrays.equals(one.userBias(), other.userBias());
  }

  /** A trained scorer and the median speed of its epochs but the first, in examples a second. */
  private record Run(TrainedScorer scorer, double speed) {
    FactorModel model() {
      return (FactorModel) scorer.model();
    }
  }
}

package io.matinee.trainer.algorithm.neighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.matinee.model.metric.ranking.NormalisedDiscountedCumulativeGain;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.scoring.NeighbourModel;
import io.matinee.model.scoring.Scorer;
import io.matinee.model.scoring.ranking.TopK;
import io.matinee.runtime.error.MatineeException;
import io.matinee.trainer.algorithm.EpochProgress;
import io.matinee.trainer.algorithm.ProgressListener;
import io.matinee.trainer.algorithm.SmallRatings;
import io.matinee.trainer.algorithm.TrainedScorer;
import io.matinee.trainer.algorithm.TrainingTask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** The weights against the closed form on a matrix small enough to read. */
class EaseTest {

  private static final int[][] LIKES = {
    {1, 1, 0, 0, 0},
    {1, 1, 1, 0, 0},
    {0, 1, 1, 0, 0},
    {0, 0, 1, 0, 1},
    {1, 0, 0, 0, 1},
    {1, 1, 0, 0, 1},
  };
  private static final int UNLIKED = 3;
  private static final long SEED = 7;
  private static final String ALL = "ndcg_at_10_all_weights";
  private static final String KEPT = "ndcg_at_10_kept_weights";

  @Test
  void areThoseOfTheClosedForm() {
    float[][] weights = spread(model(LIKES, Map.of("regularisation", "2")));

    double[][] expected = Dense.weights(LIKES, 2);
    for (int source = 0; source < weights.length; source++) {
      for (int target = 0; target < weights.length; target++) {
        assertThat((double) weights[source][target])
            .as("%d to %d", source, target)
            .isCloseTo(expected[source][target], within(1e-7));
      }
      assertThat(weights[source][source]).isZero();
    }
  }

  @Test
  void areThoseOfTheClosedFormWhereUsersAreFewer() {
    int[][] few = {LIKES[1], LIKES[3], LIKES[5]};
    float[][] weights = spread(model(few, Map.of("regularisation", "2")));

    double[][] expected = Dense.weights(few, 2);
    for (int source = 0; source < weights.length; source++) {
      for (int target = 0; target < weights.length; target++) {
        assertThat((double) weights[source][target])
            .isCloseTo(expected[source][target], within(1e-7));
      }
    }
  }

  @Test
  void ofAMovieThatNobodyLikesThereAreNone() {
    NeighbourModel model = model(LIKES, Map.of());

    assertThat(model.neighbours()).contains(0, 1, 2, 4).doesNotContain(UNLIKED);
    assertThat(model.starts()[UNLIKED + 1]).isEqualTo(model.starts()[UNLIKED]);
  }

  @Test
  void ofAMovieWhoseOnlyLikerLikesNothingElseThereAreNone() {
    int[][] likes = {{1, 1, 0}, {1, 1, 0}, {0, 0, 1}};

    assertThat(model(likes, Map.of()).neighbours()).containsOnly(0, 1);
  }

  @Test
  void keepTheStrongestIntoEachMovieAndNoOthers() {
    int[][] likes = Dense.randomLikes(60, 30, 8);
    float[][] all = spread(model(likes, Map.of("neighbours", "30")));
    float[][] kept = spread(model(likes, Map.of("neighbours", "4")));

    for (int target = 1; target < all.length; target++) {
      int count = 0;
      float weakest = Float.POSITIVE_INFINITY;
      for (int source = 0; source < all.length; source++) {
        if (kept[source][target] != 0) {
          count++;
          weakest = Math.min(weakest, Math.abs(all[source][target]));
          assertThat(kept[source][target]).isEqualTo(all[source][target]);
        }
      }
      assertThat(count).isEqualTo(4);
      for (int source = 0; source < all.length; source++) {
        if (kept[source][target] == 0) {
          assertThat(Math.abs(all[source][target])).isLessThanOrEqualTo(weakest);
        }
      }
    }
  }

  @Test
  void haveTheSameBitsOnAnyNumberOfThreads() throws Exception {
    int[][] likes = Dense.randomLikes(300, 280, 9);
    TrainedScorer one = Dense.on(1, () -> fit(likes, Map.of("neighbours", "20")));
    TrainedScorer two = Dense.on(2, () -> fit(likes, Map.of("neighbours", "20")));

    NeighbourModel expected = (NeighbourModel) one.model();
    NeighbourModel model = (NeighbourModel) two.model();
    assertThat(model.starts()).isEqualTo(expected.starts());
    assertThat(model.neighbours()).isEqualTo(expected.neighbours());
    assertThat(model.weights()).isEqualTo(expected.weights());
    assertThat(two.figures()).isEqualTo(one.figures());
  }

  @Test
  void loseNothingWhereAllAreKeptAndSomethingWhereFewAre() {
    RatingsMatrix ratings = SmallRatings.twoTastes(200, 40, 4);

    Map<String, Double> none = fit(ratings, Map.of("neighbours", "40"), SEED).figures();
    Map<String, Double> most = fit(ratings, Map.of("neighbours", "1"), SEED).figures();

    assertThat(none).containsOnlyKeys(ALL, KEPT);
    assertThat(none.get(KEPT)).isEqualTo(none.get(ALL));
    assertThat(most.get(ALL)).isEqualTo(none.get(ALL));
    assertThat(most.get(KEPT)).isLessThan(most.get(ALL));
  }

  @Test
  void loseWhatAFitWithoutTheWithheldLikesLoses() {
    int[][] likes = Dense.randomLikes(120, 40, 4);
    LikedPart part = Dense.part(likes);
    List<WithheldLikes> sample = WithheldLikes.sample(part.byUser(), SEED);
    double[][] weights = Dense.weights(Dense.likes(part.without(sample)), 2);

    double expected =
        sample.stream().mapToDouble(user -> normalisedGain(weights, user)).average().orElseThrow();
    assertThat(fit(likes, Map.of("regularisation", "2")).figures().get(ALL))
        .isCloseTo(expected, within(1e-9));
  }

  @Test
  void areFittedToAllLikesWhicheverAreWithheldToMeasure() {
    int[][] likes = Dense.randomLikes(60, 30, 8);
    TrainedScorer one = fit(Dense.ratings(likes), Map.of(), SEED);
    TrainedScorer other = fit(Dense.ratings(likes), Map.of(), SEED + 1);

    assertThat(other.figures()).isNotEqualTo(one.figures());
    float[][] weights = spread((NeighbourModel) one.model());
    assertThat(spread((NeighbourModel) other.model())).isDeepEqualTo(weights);
    double[][] expected = Dense.weights(likes, 150);
    for (int source = 0; source < weights.length; source++) {
      for (int target = 0; target < weights.length; target++) {
        assertThat((double) weights[source][target])
            .isCloseTo(expected[source][target], within(1e-7));
      }
    }
  }

  @Test
  void haveNoFigureWhereNobodyHasEnoughLikes() {
    assertThat(fit(LIKES, Map.of()).figures()).isEmpty();
  }

  @Test
  void areReportedASweepAtATimeOfBothFits() {
    List<EpochProgress> reports = new ArrayList<>();

    new Ease().train(wideTask(), reports::add);

    assertThat(reports)
        .extracting(report -> report.epoch().epoch())
        .containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(reports).extracting(EpochProgress::epochs).containsOnly(6);
    assertThat(reports.getFirst().remainingSeconds()).isPositive();
    assertThat(reports.getLast().remainingSeconds()).isZero();
  }

  @Test
  void areReportedByTheOneFitWhereNobodyHasEnoughLikesToMeasure() {
    List<EpochProgress> reports = new ArrayList<>();
    Ease ease = new Ease();

    ease.train(SmallRatings.task(ease, Dense.ratings(LIKES), Map.of(), SEED), reports::add);

    assertThat(reports).extracting(EpochProgress::epochs).containsExactly(1);
    assertThat(reports.getLast().remainingSeconds()).isZero();
  }

  @Test
  void areGivenUpAfterTheSweepInWhichTheTrainingIsAskedToEnd() {
    TrainingTask task = wideTask();
    List<EpochProgress> reports = new ArrayList<>();
    ProgressListener impatient =
        report -> {
          reports.add(report);
          if (reports.size() == 2) {
            task.cancellation().request();
          }
        };

    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(() -> new Ease().train(task, impatient))
        .withMessage("The training was stopped.");
    assertThat(reports).hasSize(2);
  }

  /** Three tiles wide. */
  private static TrainingTask wideTask() {
    RatingsMatrix ratings = Dense.ratings(Dense.randomLikes(300, 280, 9));
    return SmallRatings.task(new Ease(), ratings, Map.of(), SEED);
  }

  @Test
  void rankMoviesOfOnesTasteFirst() {
    RatingsMatrix ratings = SmallRatings.twoTastes(30, 20, 3);
    Scorer scorer = Scorer.of(fit(ratings, Map.of(), SEED).model(), ratings);
    float[] scores = new float[ratings.movieCount()];

    for (int user = 0; user < ratings.userCount(); user++) {
      scorer.scoreAll(scorer.user(user).orElseThrow(), scores);
      assertThat(TopK.select(scores, 1, movie -> true)[0] % 2).isEqualTo(user % 2);
    }
  }

  @Test
  void areRefusedWhereNobodyLikesAnything() {
    assertThatExceptionOfType(MatineeException.class)
        .isThrownBy(() -> fit(LIKES, Map.of("minimum-rating", "5")))
        .withMessageContaining("set minimum-rating to at most 4.0");
  }

  private static NeighbourModel model(int[][] likes, Map<String, String> settings) {
    return (NeighbourModel) fit(likes, settings).model();
  }

  private static TrainedScorer fit(int[][] likes, Map<String, String> settings) {
    return fit(Dense.ratings(likes), settings, SEED);
  }

  private static TrainedScorer fit(RatingsMatrix ratings, Map<String, String> settings, long seed) {
    Ease ease = new Ease();
    return ease.train(SmallRatings.task(ease, ratings, settings, seed), ProgressListener.SILENT);
  }

  /** NDCG@10 of the list of all movies but a user's input. */
  private static double normalisedGain(double[][] weights, WithheldLikes user) {
    float[] scores = new float[weights.length];
    for (int movie = 0; movie < scores.length; movie++) {
      double score = 0;
      for (int source : user.input()) {
        score += weights[source][movie];
      }
      scores[movie] = (float) score;
    }
    int[] list =
        TopK.select(scores, 10, movie -> Arrays.stream(user.input()).noneMatch(it -> it == movie));
    return NormalisedDiscountedCumulativeGain.of(list, user.withheld(), 10);
  }

  /** [source][target]. */
  private static float[][] spread(NeighbourModel model) {
    float[][] weights = new float[model.movieCount()][model.movieCount()];
    for (int source = 0; source < weights.length; source++) {
      for (long at = model.starts()[source]; at < model.starts()[source + 1]; at++) {
        weights[source][model.neighbours()[(int) at]] = model.weights()[(int) at];
      }
    }
    return weights;
  }
}

package io.matinee.trainer.algorithm.automatic;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.model.ratings.IdDictionary;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.scoring.ScorerModel;
import io.matinee.model.snapshot.TriedRanker;
import io.matinee.trainer.algorithm.Algorithm;
import io.matinee.trainer.algorithm.AlgorithmCatalogue;
import io.matinee.trainer.algorithm.EpochProgress;
import io.matinee.trainer.algorithm.ProgressListener;
import io.matinee.trainer.algorithm.Selection;
import io.matinee.trainer.algorithm.SmallRatings;
import io.matinee.trainer.algorithm.TrainedScorer;
import io.matinee.trainer.algorithm.TrainingTask;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is tried, and what wins. */
class AutomaticRankerTest {
  private static final long SEED = 4;

  private final AutomaticRanker auto = new AutomaticRanker();
  private final RatingsMatrix tastes = SmallRatings.twoTastes(60, 40, 3);

  @Test
  void keepsWhatWasTriedBestFirst() {
    assertThat(selection(tastes, Map.of()).tried())
        .isSortedAccordingTo(Comparator.comparingDouble(one -> -one.normalisedGain()))
        .extracting(TriedRanker::algorithm)
        .contains("als", "popular", "item-neighbours", "ease");
  }

  @Test
  void whereTastesDifferPopularMoviesDoNotWin() {
    Selection selection = selection(tastes, Map.of());

    assertThat(selection.algorithm().id()).isNotEqualTo("popular");
    assertThat(gain(selection, selection.algorithm().id()))
        .isGreaterThan(gain(selection, "popular") + .1);
  }

  @Test
  void whereAllAreAlikePopularMoviesWin() {
    Selection selection = selection(alike(400, 60), Map.of());

    assertThat(selection.algorithm().id()).isEqualTo("popular");
    assertThat(selection.tried().getFirst().algorithm()).isEqualTo("popular");
  }

  @Test
  void theWinnerIsTrainedOnAllRatings() {
    TrainedScorer trained = train(alike(400, 60), Map.of(), ProgressListener.SILENT);

    RatingsMatrix all = alike(400, 60);
    Algorithm popular = AlgorithmCatalogue.algorithm("popular").orElseThrow();
    ScorerModel direct =
        popular
            .train(SmallRatings.task(popular, all, Map.of(), SEED), ProgressListener.SILENT)
            .model();
    assertThat(trained.model()).usingRecursiveComparison().isEqualTo(direct);
  }

  @Test
  void withoutABudgetTheFirstAloneIsTriedOnce() {
    List<EpochProgress> rounds = new ArrayList<>();

    TrainedScorer trained = train(tastes, Map.of("budget", "0"), rounds::add);

    assertThat(rounds).hasSize(1);
    assertThat(trained.selection().orElseThrow().tried())
        .extracting(TriedRanker::algorithm)
        .containsExactly("als");
  }

  @Test
  void whereNothingCanBeJudgedTheFirstIsTrained() {
    IdDictionary ids = IdDictionary.of(List.of("1", "2"));
    RatingsMatrix one = RatingsMatrix.builder(ids, ids).add(0, 0, 5, 0).add(1, 1, 1, 0).build();

    Selection selection = selection(one, Map.of());

    assertThat(selection.algorithm().id()).isEqualTo("als");
  }

  @Test
  void whatWinsGetsTheMinimumRating() {
    Selection selection = selection(tastes, Map.of("minimum-rating", "4.5"));

    assertThat(selection.settings().values()).containsEntry("minimum-rating", "4.5");
  }

  private Selection selection(RatingsMatrix ratings, Map<String, String> settings) {
    return train(ratings, settings, ProgressListener.SILENT).selection().orElseThrow();
  }

  private TrainedScorer train(
      RatingsMatrix ratings, Map<String, String> settings, ProgressListener listener) {
    TrainingTask task = SmallRatings.task(auto, ratings, settings, SEED);
    return auto.train(task, listener);
  }

  private static double gain(Selection selection, String algorithm) {
    return selection.tried().stream()
        .filter(one -> one.algorithm().equals(algorithm))
        .mapToDouble(TriedRanker::normalisedGain)
        .findFirst()
        .orElseThrow();
  }

  /** Whether a movie is liked depends on the movie alone. */
  private static RatingsMatrix alike(int users, int movies) {
    SplittableRandom random = new SplittableRandom(SEED);
    RatingsMatrix.Builder builder = RatingsMatrix.builder(ids(users), ids(movies));
    for (int user = 0; user < users; user++) {
      for (int movie = 0; movie < movies; movie++) {
        if (random.nextInt(movie + 2) == 0) {
          builder.add(user, movie, 5, 0);
        }
      }
    }
    return builder.build();
  }

  private static IdDictionary ids(int count) {
    return IdDictionary.of(IntStream.range(0, count).mapToObj(Integer::toString).toList());
  }
}

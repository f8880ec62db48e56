package io.matinee.trainer.algorithm.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.scoring.FactorModel;
import io.matinee.model.scoring.FactorObjective;
import io.matinee.model.scoring.FactorScorer;
import io.matinee.model.scoring.RatedMovies;
import io.matinee.model.scoring.UserState;
import io.matinee.runtime.error.MatineeException;
import io.matinee.trainer.algorithm.ProgressListener;
import io.matinee.trainer.algorithm.SmallRatings;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Products of embeddings trained on ratings with two tastes. */
@Tag("tensorflow")
class DotProductTest {

  private static final Map<String, String> QUICK =
      Map.of("dimensions", "4", "learning-rate", ".02", "batch-size", "16", "epochs", "15");

  private final DotProduct algorithm = new DotProduct();
  private final RatingsMatrix ratings = SmallRatings.twoTastes(40, 30, 3);

  @Test
  void tellsTastesAndFoldsInWhoseRatingsAreNew() {
    FactorScorer scorer = FactorScorer.of(train(Map.of()));
    UserState folded =
        scorer
            .foldIn(new RatedMovies(new int[] {0, 2, 1, 3}, new float[] {4.5f, 4, 1.5f, 2}))
            .orElseThrow();

    assertThat(rating(scorer, scorer.user(0).orElseThrow(), 2)).isBetween(3.5f, 5f);
    assertThat(rating(scorer, scorer.user(0).orElseThrow(), 3)).isBetween(.5f, 2.5f);
    assertThat(rating(scorer, folded, 4)).isGreaterThan(3.5f);
    assertThat(rating(scorer, folded, 5)).isLessThan(2.5f);
  }

  @Test
  void withoutBiasesAndSigmoidTheScoreIsTheRating() {
    FactorModel model = train(Map.of("biases", "none", "link", "identity"));

    assertThat(model.userBias()).isEmpty();
    assertThat(model.objective()).isInstanceOf(FactorObjective.Squared.class);
  }

  @Test
  void theSameSeedGivesTheSameBitsHoweverManyStepsACallHas() {
    assertThat(train(Map.of("steps-per-call", "5")).movieFactors())
        .isEqualTo(train(Map.of("steps-per-call", "3")).movieFactors());
  }

  @Test
  void rowsOfScaledIndexesAreTheFirstOneButForTheLast() {
    float[] users = train(Map.of("rows", "scaled")).userFactors();

    assertThat(Arrays.copyOfRange(users, 4, 8)).isEqualTo(Arrays.copyOf(users, 4));
    assertThat(Arrays.copyOfRange(users, users.length - 4, users.length))
        .isNotEqualTo(Arrays.copyOf(users, 4));
  }

  @Test
  void refusesACrossEntropyOfScoresThatAreRatings() {
    assertThatThrownBy(() -> train(Map.of("loss", "cross-entropy", "link", "identity")))
        .isInstanceOf(MatineeException.class)
        .hasMessageContaining("set link to scaled-sigmoid");
  }

  private FactorModel train(Map<String, String> given) {
    Map<String, String> settings = new TreeMap<>(QUICK);
    settings.putAll(given);
    return (FactorModel)
        algorithm
            .train(SmallRatings.task(algorithm, ratings, settings, 1), ProgressListener.SILENT)
            .model();
  }

  private static float rating(FactorScorer scorer, UserState state, int movie) {
    return scorer.rating().orElseThrow().rating(scorer.score(state, movie));
  }
}

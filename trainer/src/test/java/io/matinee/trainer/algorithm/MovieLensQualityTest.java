package io.matinee.trainer.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.matinee.model.metric.ranking.NormalisedDiscountedCumulativeGain;
import io.matinee.model.metric.ranking.Relevance;
import io.matinee.model.ratings.RatingScale;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.scoring.RatingLink;
import io.matinee.model.scoring.Scorer;
import io.matinee.model.scoring.UserState;
import io.matinee.model.scoring.ranking.TopK;
import io.matinee.model.split.Split;
import io.matinee.trainer.algorithm.setting.Settings;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How well the algorithms do on real ratings, by stored splits. */
@Tag("external")
class MovieLensQualityTest {

  private static final int LIST = 10;

  @Test
  void biasedFactorsPredictHeldOutRatings() {
    Split split = MovieLens.load().validationTenth();
    Scorer scorer = train("biased-mf", split.training());
    RatingLink link = scorer.rating().orElseThrow();

    RatingsMatrix heldOut = split.heldOut();
    double squaredError = 0;
    for (int user = 0; user < heldOut.userCount(); user++) {
      UserState state = scorer.user(user).orElseGet(scorer::nobody);
      for (int cell = heldOut.userStart(user); cell < heldOut.userEnd(user); cell++) {
        float predicted = link.rating(scorer.score(state, heldOut.movieAt(cell)));
        squaredError += Math.pow(predicted - heldOut.ratingAt(cell), 2);
      }
    }
    assertThat(heldOut.ratingCount()).isEqualTo(10_001);
    assertThat(squaredError / heldOut.ratingCount()).isLessThanOrEqualTo(.775);
  }

  @Test
  void leastSquaresRankHeldOutLikesFarAbovePopularity() {
    Split split = MovieLens.load().rankingSplit();

    double popular = normalisedGain(train("popular", split.training()), split);
    double als = normalisedGain(train("als", split.training()), split);

    assertThat(popular).isBetween(.12, .14);
    assertThat(als).isGreaterThanOrEqualTo(.25);
  }

  @Test
  void weightsOfNeighboursRankHeldOutLikesAsThoseOfOthersDo() {
    Split split = MovieLens.load().rankingSplit();
    Map<String, String> ofOthers = Map.of("regularisation", "100", "neighbours", "10000");

    double all = normalisedGain(train("ease", ofOthers, split.training()), split);
    double kept = normalisedGain(train("ease", split.training()), split);

    assertThat(all).as("as numpy's EASE").isCloseTo(.2694, within(.0002));
    assertThat(kept).isGreaterThanOrEqualTo(.26);
  }

  private static Scorer train(String id, RatingsMatrix training) {
    return train(id, Map.of(), training);
  }

  private static Scorer train(String id, Map<String, String> given, RatingsMatrix training) {
    Algorithm algorithm = AlgorithmCatalogue.algorithm(id).orElseThrow();
    Settings settings = new KeptChoice(id, given).choice().settings(algorithm.description());
    TrainingTask task =
        TrainingTask.ofRatings(training, RatingScale.MOVIELENS_HALF_STARS, settings, 1);
    return Scorer.of(algorithm.train(task, ProgressListener.SILENT).model(), training);
  }

  /** The mean over the users who have held-out likes, candidates being all other movies. */
  private static double normalisedGain(Scorer scorer, Split split) {
    float[] scores = new float[scorer.movieCount()];
    return IntStream.range(0, split.training().userCount())
        .filter(user -> split.heldOut().userRatingCount(user) > 0)
        .mapToDouble(user -> normalisedGain(scorer, split, user, scores))
        .average()
        .orElseThrow();
  }

  private static double normalisedGain(Scorer scorer, Split split, int user, float[] scores) {
    scorer.scoreAll(scorer.user(user).orElseGet(scorer::nobody), scores);
    int[] list = TopK.select(scores, LIST, movie -> !split.training().contains(user, movie));
    return NormalisedDiscountedCumulativeGain.of(list, liked(split.heldOut(), user), LIST);
  }

  private static Relevance liked(RatingsMatrix heldOut, int user) {
    float threshold = RatingScale.MOVIELENS_HALF_STARS.relevanceThreshold();
    return Relevance.of(
        IntStream.range(heldOut.userStart(user), heldOut.userEnd(user))
            .filter(position -> heldOut.ratingAt(position) >= threshold)
            .map(heldOut::movieAt)
            .toArray());
  }
}

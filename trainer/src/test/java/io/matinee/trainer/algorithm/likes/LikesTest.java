package io.matinee.trainer.algorithm.likes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.matinee.model.ratings.IdDictionary;
import io.matinee.model.ratings.RatingScale;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.scoring.RatedMovies;
import io.matinee.model.scoring.Scorer;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.algorithm.Algorithm;
import io.matinee.trainer.algorithm.AlgorithmCatalogue;
import io.matinee.trainer.algorithm.KeptChoice;
import io.matinee.trainer.algorithm.ProgressListener;
import io.matinee.trainer.algorithm.TrainingTask;
import io.matinee.trainer.algorithm.setting.Settings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which ratings are likes, on three users and four movies. */
class LikesTest {

  private static final RatingScale BELOW_NOTHING = new RatingScale(-10, 10, 0);

  private final RatingsMatrix ratings =
      RatingsMatrix.builder(
              IdDictionary.of(List.of("1", "2", "3")), IdDictionary.of(List.of("1", "2", "3", "4")))
          .add(0, 3, 3.6f, 0)
          .add(0, 1, 3.7f, 0)
          .add(1, 1, 3.5f, 0)
          .add(2, 1, 3.6f, 0)
          .build();

  @Test
  void aRatingOfTheMinimumIsALikeWhateverItsDigits() {
    Settings settings = new Settings(Map.of("minimum-rating", "3.6"));
    float minimum = MinimumRating.of(settings, RatingScale.MOVIELENS_HALF_STARS);

    Likes likes = Likes.byUser(ratings, minimum);

    assertThat(likes.starts()).containsExactly(0, 2, 2, 3);
    assertThat(likes.count()).isEqualTo(3);
    assertThat(likes.column(0, 0)).isEqualTo(1);
    assertThat(likes.column(0, 1)).isEqualTo(3);
    assertThat(likes.column(2, 0)).isEqualTo(1);
  }

  @Test
  void aMinimumOfNothingIsFourFifthsOfTheScale() {
    Settings settings = new Settings(Map.of("minimum-rating", "0.0"));

    assertThat(MinimumRating.of(settings, RatingScale.MOVIELENS_HALF_STARS)).isEqualTo(4);
  }

  @Test
  void aMinimumBeyondWhatARatingCanBeIsFiniteStill() {
    Settings settings = new Settings(Map.of("minimum-rating", "-1e300"));

    assertThat(MinimumRating.of(settings, BELOW_NOTHING)).isEqualTo(-Float.MAX_VALUE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"als", "ease", "item-neighbours"})
  void aLikeMayBeARatingBelowNothing(String id) {
    RatingsMatrix ratings =
        RatingsMatrix.builder(
                IdDictionary.of(List.of("1", "2", "3")), IdDictionary.of(List.of("1", "2")))
            .add(0, 0, -2, 0)
            .add(0, 1, 9, 0)
            .add(1, 0, -2.5f, 0)
            .add(2, 0, -3, 0)
            .add(2, 1, -10, 0)
            .build();
    Algorithm algorithm = AlgorithmCatalogue.algorithm(id).orElseThrow();
    Settings settings =
        new KeptChoice(id, Map.of("minimum-rating", "-2.5"))
            .choice()
            .settings(algorithm.description());
    TrainingTask task = TrainingTask.ofRatings(ratings, BELOW_NOTHING, settings, 1);

    Scorer scorer = Scorer.of(algorithm.train(task, ProgressListener.SILENT).model(), ratings);

    assertThat(scorer.user(0)).isPresent();
    assertThat(scorer.user(1)).isPresent();
    assertThat(scorer.user(2)).isEmpty();
    assertThat(scorer.foldIn(new RatedMovies(new int[] {0}, new float[] {-2.5f}))).isPresent();
    assertThat(scorer.foldIn(new RatedMovies(new int[] {0}, new float[] {-2.6f}))).isEmpty();
  }

  @Test
  void leavesOutWhoLikesNothing() {
    Likes likes = Likes.byUser(ratings, 3.6f).withoutEmptyRows();

    assertThat(likes.starts()).containsExactly(0, 2, 3);
    assertThat(likes.column(1, 0)).isEqualTo(1);
    assertThat(likes.transposed(4).filledRows()).containsExactly(1, 3);
  }

  @Test
  void hasOtherColumnsInTheRowsThatAreReplaced() {
    Likes likes = new Likes(new int[] {0, 2, 3, 5}, new int[] {1, 3, 0, 0, 2});

    Likes others = likes.replacing(Map.of(0, new int[] {3}, 1, new int[] {1, 2}));

    assertThat(others.starts()).containsExactly(0, 1, 3, 5);
    assertThat(others.columns()).containsExactly(3, 1, 2, 0, 2);
  }

  @Test
  void refusesRatingsOfWhichNoneIsALikeSayingWhatWouldBe() {
    assertThatExceptionOfType(MatineeException.class)
        .isThrownBy(() -> Likes.some(ratings, 4))
        .withMessageContaining("Nobody likes anything")
        .withMessageContaining("at least 4.0")
        .withMessageContaining("set minimum-rating to at most 3.7")
        .extracting(MatineeException::reason)
        .isEqualTo(Reason.NO_RATINGS);
    assertThat(Likes.some(ratings, 3.7f).count()).isOne();
  }
}

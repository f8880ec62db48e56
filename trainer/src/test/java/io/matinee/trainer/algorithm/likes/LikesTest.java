package io.matinee.trainer.algorithm.likes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.matinee.model.ratings.IdDictionary;
import io.matinee.model.ratings.RatingScale;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.algorithm.setting.Settings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which ratings are likes, on three users and four movies. */
class LikesTest {

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

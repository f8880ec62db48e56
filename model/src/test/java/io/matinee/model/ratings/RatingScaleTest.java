package io.matinee.model.ratings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RatingScaleTest {
  @ParameterizedTest
  @ValueSource(floats = {0.5f, 1f, 4.5f, 5f})
  void containsItsSteps(float rating) {
    assertThat(RatingScale.MOVIELENS_HALF_STARS.contains(rating)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(floats = {0f, 0.75f, 5.5f, Float.NaN, Float.POSITIVE_INFINITY})
  void containsNothingElse(float rating) {
    assertThat(RatingScale.MOVIELENS_HALF_STARS.contains(rating)).isFalse();
  }

  @Test
  void containsStepsThatBinaryFractionsMiss() {
    assertThat(new RatingScale(0, 1, 0.1f).contains(0.7f)).isTrue();
  }

  @Test
  void aStepOfZeroMeansEveryValueBetweenTheEnds() {
    RatingScale continuous = new RatingScale(-1, 1, 0);
    assertThat(continuous.continuous()).isTrue();
    assertThat(continuous.contains(-1)).isTrue();
    assertThat(continuous.contains(0.123f)).isTrue();
    assertThat(continuous.contains(1.001f)).isFalse();
    assertThat(continuous.contains(Float.NaN)).isFalse();
    assertThat(RatingScale.MOVIELENS_STARS.continuous()).isFalse();
  }

  @Test
  void theScaleOfWatchesHasOneValueWhichIsRelevant() {
    RatingScale watches = RatingScale.WATCHES;
    assertThat(watches.kind()).isEqualTo(EventKind.WATCH);
    assertThat(watches.contains(1)).isTrue();
    assertThat(watches.contains(.5f)).isFalse();
    assertThat(watches.relevanceThreshold()).isEqualTo(1f);
    assertThat(watches.contentInWords()).isEqualTo("watches");
    RatingScale thumbs = new RatingScale(0, 1, 1);
    assertThat(thumbs.kind()).isEqualTo(EventKind.RATING);
    assertThat(thumbs.contentInWords()).isEqualTo("ratings on the scale 0 to 1 by 1");
    assertThatThrownBy(() -> RatingScale.ofRatings(1, 1, 0))
        .hasMessageContaining("minimum < maximum");
    assertThatThrownBy(() -> new RatingScale(1, 1, 1)).hasMessageContaining("minimum < maximum");
  }

  @Test
  void saysItselfInWords() {
    assertThat(RatingScale.MOVIELENS_HALF_STARS.inWords()).isEqualTo("0.5 to 5 by 0.5");
    assertThat(new RatingScale(0, 100, 0).inWords()).isEqualTo("0 to 100");
  }

  @Test
  void clipsToItsEnds() {
    RatingScale stars = RatingScale.MOVIELENS_STARS;
    assertThat(stars.clip(0.2f)).isEqualTo(1f);
    assertThat(stars.clip(5.2f)).isEqualTo(5f);
    assertThat(stars.clip(3.3f)).isEqualTo(3.3f);
  }

  @Test
  void callsFourOfFiveRelevant() {
    assertThat(RatingScale.MOVIELENS_STARS.relevanceThreshold()).isEqualTo(4f);
    assertThat(new RatingScale(0, 10, 1).relevanceThreshold()).isEqualTo(8f);
    assertThat(new RatingScale(-10, 10, 1).relevanceThreshold()).isEqualTo(8f);
    assertThat(new RatingScale(-10, -5, 1).relevanceThreshold()).isEqualTo(-6f);
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "2, 1, 1", "1, 5, -1", "1, 5, 3", "NaN, 5, 1", "1, 5, NaN"})
  void refusesWhatIsNoScale(float minimum, float maximum, float step) {
    assertThatThrownBy(() -> new RatingScale(minimum, maximum, step))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

package io.matinee.model.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matinee.model.ratings.RatingScale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactorModelTest {
  private static final FactorObjective OBJECTIVE = new FactorObjective.Squared(.1);

  @Test
  void ofFiniteNumbersIsFinite() {
    assertThat(model(new float[] {1, 2, 3, 4}, 3).isFinite()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void oneOtherNumberAnywhereMakesItNotFinite(float diverged) {
    assertThat(model(new float[] {1, 2, 3, diverged}, 3).isFinite()).isFalse();
    assertThat(model(new float[] {1, 2, 3, 4}, diverged).isFinite()).isFalse();
  }

  @Test
  void refusesFactorsThatDoNotFitTheDimension() {
    assertThatThrownBy(() -> model(new float[] {1, 2, 3}, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3 factors and 0 biases of movies do not fit dimension 2");
  }

  private static FactorModel model(float[] movieFactors, float mean) {
    float[] none = {};
    return new FactorModel(
        2,
        movieFactors,
        new float[] {5, 6},
        none,
        none,
        mean,
        RatingScale.MOVIELENS_HALF_STARS,
        OBJECTIVE);
  }
}

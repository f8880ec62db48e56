package io.matinee.model.metric.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.matinee.model.metric.Bootstrap;
import io.matinee.model.metric.Estimate;
import io.matinee.model.metric.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Errors 1, -2 and 0: squares 5/3, absolutes 3/3. */
class RatingErrorsTest {
  private static final float[] PREDICTIONS = {4, 1, 3};
  private static final float[] RATINGS = {3, 3, 3};

  @Test
  void rootMeanSquaredErrorByHand() {
    double[] squares = {RootMeanSquaredError.squaredErrors(PREDICTIONS, RATINGS)};
    assertThat(estimate(RootMeanSquaredError.sample(squares, new double[] {3})).mean())
        .isCloseTo(Math.sqrt(5.0 / 3), within(1e-12));
  }

  @Test
  void meanAbsoluteErrorByHand() {
    double[] absolutes = {MeanAbsoluteError.absoluteErrors(PREDICTIONS, RATINGS)};
    assertThat(estimate(MeanAbsoluteError.sample(absolutes, new double[] {3})).mean()).isEqualTo(1);
  }

  @Test
  void areUndefinedWithoutRatings() {
    double[] none = {0};
    assertThat(estimate(RootMeanSquaredError.sample(none, none)).count()).isZero();
    assertThat(estimate(MeanAbsoluteError.sample(none, none)).count()).isZero();
  }

  /** Ratings count, not users: the second user has none and the first three times the third. */
  @Test
  void weighUsersByTheirRatings() {
    double[] counts = {3, 0, 1};
    double[] squares = {
      RootMeanSquaredError.squaredErrors(PREDICTIONS, RATINGS),
      0,
      RootMeanSquaredError.squaredErrors(new float[] {5}, new float[] {2})
    };
    Estimate squared = estimate(RootMeanSquaredError.sample(squares, counts));
    assertThat(squared.mean()).isCloseTo(Math.sqrt(14.0 / 4), within(1e-12));
    assertThat(squared.count()).isEqualTo(2);
    assertThat(squared.high()).isEqualTo(3);
    double[] absolutes = {MeanAbsoluteError.absoluteErrors(PREDICTIONS, RATINGS), 0, 3};
    Estimate absolute = estimate(MeanAbsoluteError.sample(absolutes, counts));
    assertThat(absolute.mean()).isEqualTo(6.0 / 4);
    assertThat(absolute.low()).isEqualTo(1);
  }

  @Test
  void refuseLengthsThatDiffer() {
    assertThatThrownBy(() -> MeanAbsoluteError.absoluteErrors(PREDICTIONS, new float[2]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Estimate estimate(Sample sample) {
    return Bootstrap.of(List.of(sample), List.of(), 1, 100, () -> {}).estimate(sample);
  }
}

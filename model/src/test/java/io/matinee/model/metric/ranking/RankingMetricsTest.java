package io.matinee.model.metric.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Lists by hand: of the relevant movies 2, 4 and 9 the list 7, 2, 5, 4 hits two, at ranks 2 and 4.
 */
class RankingMetricsTest {
  private static final int[] LIST = {7, 2, 5, 4};
  private static final Relevance RELEVANT = Relevance.of(9, 2, 4);

  /** A metric of one user. */
  @FunctionalInterface
  interface Metric {
    double of(int[] list, Relevance relevant, int k);
  }

  static Stream<Metric> metrics() {
    return Stream.of(
        Precision::of,
        Recall::of,
        HitRate::of,
        MeanReciprocalRank::of,
        AveragePrecision::of,
        NormalisedDiscountedCumulativeGain::of);
  }

  @Test
  void precisionByHand() {
    assertThat(Precision.of(LIST, RELEVANT, 4)).isEqualTo(2.0 / 4);
    assertThat(Precision.of(LIST, RELEVANT, 3)).isEqualTo(1.0 / 3);
    assertThat(Precision.of(LIST, RELEVANT, 10)).isEqualTo(2.0 / 10);
  }

  @Test
  void recallByHand() {
    assertThat(Recall.of(LIST, RELEVANT, 4)).isEqualTo(2.0 / 3);
    assertThat(Recall.of(LIST, RELEVANT, 1)).isZero();
  }

  @Test
  void hitRateByHand() {
    assertThat(HitRate.of(LIST, RELEVANT, 1)).isZero();
    assertThat(HitRate.of(LIST, RELEVANT, 2)).isEqualTo(1);
  }

  @Test
  void reciprocalRankByHand() {
    assertThat(MeanReciprocalRank.of(LIST, RELEVANT, 4)).isEqualTo(1.0 / 2);
    assertThat(MeanReciprocalRank.of(LIST, RELEVANT, 1)).isZero();
    assertThat(MeanReciprocalRank.of(new int[] {4}, RELEVANT, 4)).isEqualTo(1);
  }

  /** (1/2 + 2/4) / 3. */
  @Test
  void averagePrecisionByHand() {
    assertThat(AveragePrecision.of(LIST, RELEVANT, 4)).isCloseTo(1.0 / 3, within(1e-12));
    assertThat(AveragePrecision.of(new int[] {2, 4}, RELEVANT, 2)).isEqualTo(1);
  }

  /** (1/log2 3 + 1/log2 5) / (1 + 1/log2 3 + 1/log2 4). */
  @Test
  void normalisedGainByHand() {
    double log3 = Math.log(3) / Math.log(2);
    double log5 = Math.log(5) / Math.log(2);
    double expected = (1 / log3 + 1 / log5) / (1 + 1 / log3 + 1.0 / 2);
    assertThat(NormalisedDiscountedCumulativeGain.of(LIST, RELEVANT, 10))
        .isCloseTo(expected, within(1e-12));
    assertThat(NormalisedDiscountedCumulativeGain.of(LIST, RELEVANT, 2))
        .isCloseTo((1 / log3) / (1 + 1 / log3), within(1e-12));
  }

  @Test
  void normalisedGainOfAPerfectListIsOne() {
    assertThat(NormalisedDiscountedCumulativeGain.of(new int[] {9, 4, 2, 1}, RELEVANT, 10))
        .isCloseTo(1, within(1e-12));
    assertThat(NormalisedDiscountedCumulativeGain.of(new int[] {9, 4}, RELEVANT, 2))
        .isCloseTo(1, within(1e-12));
  }

  @ParameterizedTest
  @MethodSource("metrics")
  void areUndefinedWhenNothingIsRelevant(Metric metric) {
    assertThat(metric.of(LIST, Relevance.of(), 4)).isNaN();
  }

  @ParameterizedTest
  @MethodSource("metrics")
  void areZeroForAnEmptyList(Metric metric) {
    assertThat(metric.of(new int[0], RELEVANT, 4)).isZero();
  }

  @ParameterizedTest
  @MethodSource("metrics")
  void refuseACutOffOfZero(Metric metric) {
    assertThatThrownBy(() -> metric.of(LIST, RELEVANT, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void relevanceCountsAMovieOnce() {
    Relevance relevant = Relevance.of(3, 1, 3);
    assertThat(relevant.count()).isEqualTo(2);
    assertThat(relevant.contains(3)).isTrue();
    assertThat(relevant.contains(2)).isFalse();
  }
}

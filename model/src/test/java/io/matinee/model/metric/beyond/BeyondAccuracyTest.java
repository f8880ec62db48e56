package io.matinee.model.metric.beyond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.matinee.model.catalogue.Catalogue;
import io.matinee.model.catalogue.Movie;
import io.matinee.model.catalogue.Space;
import io.matinee.model.metric.Estimate;
import io.matinee.model.ratings.IdDictionary;
import io.matinee.model.ratings.RatingScale;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BeyondAccuracyTest {
  private static final double NAN = Double.NaN;

  /** Three movies with 8, 2 and no ratings of mean 3 and 4.5. */
  private final Catalogue catalogue =
      Catalogue.ofCounts(
          IdDictionary.of(List.of("1", "2", "3")),
          Stream.of("1", "2", "3")
              .map(id -> new Movie(id, "", null, List.of(), List.of(), "", "", ""))
              .toList(),
          new long[] {8, 2, 0},
          new double[] {3, 4.5, NAN});

  /** Cosines 1/2, 0 and -1/4 of three pairs: (1/2 + 1 + 5/4) / 3. */
  @Test
  void diversityByHand() {
    double[][] cosines = {{1, 0.5, 0}, {0.5, 1, -0.25}, {0, -0.25, 1}};
    Space space = (first, second) -> cosines[first][second];
    assertThat(IntraListDiversity.of(new int[] {0, 1, 2}, space))
        .isCloseTo(2.75 / 3, within(1e-12));
    assertThat(IntraListDiversity.of(new int[] {2, 1}, space)).isEqualTo(1.25);
  }

  @Test
  void diversityNeedsTwoMovies() {
    Space space = (first, second) -> 1;
    assertThat(IntraListDiversity.of(new int[] {0}, space)).isNaN();
    assertThat(IntraListDiversity.of(new int[0], space)).isNaN();
  }

  @Test
  void meanRatingByHand() {
    assertThat(MeanRatingNovelty.of(new int[] {0, 1}, catalogue)).isEqualTo(7.5 / 2);
    assertThat(MeanRatingNovelty.of(new int[] {0, 2}, catalogue)).isEqualTo(3);
    assertThat(MeanRatingNovelty.of(new int[] {2}, catalogue)).isNaN();
    assertThat(MeanRatingNovelty.of(new int[0], catalogue)).isNaN();
  }

  @Test
  void meanRatingScaledByHand() {
    assertThat(MeanRatingNovelty.scaled(3.5, RatingScale.MOVIELENS_STARS)).isEqualTo(2.5 / 4);
    assertThat(MeanRatingNovelty.scaled(0.5, RatingScale.MOVIELENS_HALF_STARS)).isZero();
  }

  /** log2(16 / 8) = 1 and log2(16 / 2) = 3. */
  @Test
  void selfInformationByHand() {
    assertThat(SelfInformationNovelty.of(new int[] {0, 1}, catalogue, 16))
        .isCloseTo(2, within(1e-12));
    assertThat(SelfInformationNovelty.of(new int[] {1, 2}, catalogue, 16))
        .isCloseTo(3, within(1e-12));
    assertThat(SelfInformationNovelty.of(new int[] {2}, catalogue, 16)).isNaN();
  }

  @Test
  void coverageByHand() {
    assertThat(CatalogueCoverage.estimate(counts(), 10).mean()).isEqualTo(3.0 / 10);
    assertThat(CatalogueCoverage.estimate(new RecommendationCounts(0, 3), 10).mean()).isZero();
  }

  /** Without each user .2, .2 and .3: squares about 7/30 sum to 1/150, times 2/3. */
  @Test
  void coverageIntervalByHand() {
    Estimate estimate = CatalogueCoverage.estimate(counts(), 10);
    double half = 1.96 * Math.sqrt(2.0 / 3 / 150);
    assertThat(estimate.mean()).isEqualTo(3.0 / 10);
    assertThat(estimate.high()).isCloseTo(0.3 + half, within(1e-12));
    assertThat(estimate.low()).isCloseTo(0.3 - half, within(1e-12));
    assertThat(estimate.count()).isEqualTo(3);
  }

  /** All hangs on one of three users: 1.96 * 2/3 to either side of 1 without a limit. */
  @Test
  void coverageIntervalStaysAShare() {
    RecommendationCounts counts = new RecommendationCounts(3, 2);
    counts.add(0, new int[] {0, 1});
    counts.add(1, new int[0]);
    counts.add(2, new int[0]);

    Estimate estimate = CatalogueCoverage.estimate(counts, 2);

    assertThat(estimate.mean()).isEqualTo(1);
    assertThat(estimate.low()).isZero();
    assertThat(estimate.high()).isEqualTo(1);
  }

  /** The second of four users got no list at all, the last an empty one. */
  private static RecommendationCounts counts() {
    RecommendationCounts counts = new RecommendationCounts(4, 3);
    counts.add(0, new int[] {0, 1});
    counts.add(2, new int[] {1, 2});
    counts.add(3, new int[0]);
    return counts;
  }
}

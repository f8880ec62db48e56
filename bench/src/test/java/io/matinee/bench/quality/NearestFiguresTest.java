package io.matinee.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.split.Split;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NearestFiguresTest {
  private final RatingsMatrix training = SmallRatings.rows("aaa.", "a.a.", "..a.", "...a");
  private final RatingsMatrix heldOut = SmallRatings.rows("....", ".a..", "....", "....");
  private final NearestFigures figures =
      NearestFigures.of(
          new Split(training, heldOut),
          List.of(Set.of("Drama"), Set.of("Drama", "War"), Set.of("War"), Set.of()),
          new DampedItemCosine(training));

  @Test
  void theYardstickIsTheCosineDampedByWhoLikesBoth() {
    DampedItemCosine cosine = new DampedItemCosine(training);

    // of movie 0: movie 2 has 2 / sqrt(2 * 3) * 2 / 12, movie 1 has 1 / sqrt(2) * 1 / 11
    assertThat(cosine.of(0, 3)).containsExactly(2, 1);
    assertThat(cosine.of(3, 3)).isEmpty();
  }

  @Test
  void recallIsTheShareOfAUsersLikesThatAreNearTheOneHeldOut() {
    assertThat(figures.recall()[1]).isEqualTo(1);
    assertThat(figures.recall()[0]).isNaN();
  }

  @Test
  void moviesWithNeighboursAreThoseThatSomebodyLikesBesideAnother() {
    assertThat(figures.covered()).isEqualTo(.75);
  }

  @Test
  void allHereHaveFewRatings() {
    assertThat(figures.seldomRated()).isEqualTo(1);
  }

  @Test
  void genresInCommonAreWeighedByList() {
    // 0: {2: 0, 1: 1/2}, 1: {0: 1/2, 2: 1/2}, 2: {0: 0, 1: 1/2}
    assertThat(figures.genreLikeness()).isCloseTo(2 / 6.0, within(1e-12));
  }
}

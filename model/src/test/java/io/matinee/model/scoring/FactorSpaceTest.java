package io.matinee.model.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.matinee.model.catalogue.Space;
import io.matinee.model.ratings.RatingScale;
import org.junit.jupiter.api.Test;

class FactorSpaceTest {
  private static final FactorObjective OBJECTIVE = new FactorObjective.Squared(1);

  /** Directions: east, north-east, nowhere, west. */
  private final Space space =
      FactorSpace.of(
          vectors(
              new FactorModel(
                  2,
                  new float[] {2, 0, 1, 1, 0, 0, -3, 0},
                  new float[0],
                  new float[0],
                  new float[0],
                  0,
                  RatingScale.MOVIELENS_STARS,
                  OBJECTIVE)));

  private static MovieVectors vectors(FactorModel model) {
    return FactorScorer.of(model).movieVectors().orElseThrow();
  }

  @Test
  void measuresAngles() {
    assertThat(space.cosine(0, 1)).isCloseTo(Math.sqrt(0.5), within(1e-6));
    assertThat(space.cosine(0, 3)).isEqualTo(-1);
    assertThat(space.cosine(0, 2)).isZero();
    assertThat(space.cosine(2, 2)).isZero();
  }

  @Test
  void sumsPairsByHandWithAZeroVectorAmongThem() {
    assertThat(space.pairSum(new int[] {0, 1, 2, 3})).isCloseTo(-1, within(1e-6));
  }

  @Test
  void sumsPairsAsTheDefinitionDoes() {
    FactorScorer scorer = FactorScorer.of(RandomModels.factors(0, 40, 20, OBJECTIVE, 3));
    Space random = FactorSpace.of(scorer.movieVectors().orElseThrow());
    int[] list = {3, 39, 0, 17, 21, 8, 30, 2, 11, 5};
    double expected = 0;
    for (int first = 0; first < list.length; first++) {
      for (int second = first + 1; second < list.length; second++) {
        expected += random.cosine(list[first], list[second]);
      }
    }
    assertThat(random.pairSum(list)).isCloseTo(expected, within(1e-5));
  }
}

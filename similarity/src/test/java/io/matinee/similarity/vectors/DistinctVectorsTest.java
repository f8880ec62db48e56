package io.matinee.similarity.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistinctVectorsTest {
  private static final float[][] VECTORS = {
    {3, 4}, {0, 0}, {6, 8}, {0, -2}, {3, 4}, {0, 1}, {-0f, -5},
  };

  private final DistinctVectors vectors =
      DistinctVectors.of(VECTORS.length, 2, movie -> VECTORS[movie], movie -> movie != 5);

  @Test
  void givesMoviesOfOneDirectionOneNode() {
    assertThat(vectors.nodeCount()).isEqualTo(2);
    assertThat(vectors.nodeOf(2)).isEqualTo(vectors.nodeOf(0)).isEqualTo(vectors.nodeOf(4));
    assertThat(vectors.nodeOf(6)).isEqualTo(vectors.nodeOf(3));
  }

  @Test
  void listsTheMembersOfANodeInTheirOrder() {
    assertThat(vectors.memberCount()).isEqualTo(5);
    assertThat(vectors.memberStart(0)).isZero();
    assertThat(vectors.memberStart(1)).isEqualTo(3);
    assertThat(vectors.memberStart(2)).isEqualTo(5);
    assertThat(new int[] {vectors.memberAt(0), vectors.memberAt(1), vectors.memberAt(2)})
        .containsExactly(0, 2, 4);
    assertThat(new int[] {vectors.memberAt(3), vectors.memberAt(4)}).containsExactly(3, 6);
  }

  @Test
  void leavesOutZeroVectorsAndMoviesThatAreNotWanted() {
    assertThat(vectors.nodeOf(1)).isEqualTo(DistinctVectors.NO_NODE);
    assertThat(vectors.nodeOf(5)).isEqualTo(DistinctVectors.NO_NODE);
  }

  @Test
  void scalesVectorsToLengthOne() {
    assertThat(vectors.unit(0)).containsExactly(.6f, .8f);
    assertThat(vectors.cosine(vectors.unit(0), 0))
        .isEqualTo(1f, within(1e-6f))
        .isLessThanOrEqualTo(1f);
    assertThat(vectors.cosine(vectors.unit(0), 1)).isEqualTo(-.8f, within(1e-6f));
  }

  @Test
  void dampsWhatFewRatingsSay() {
    long[] ratings = {30, 5, 10, 10, 30, 1, 90};
    DistinctVectors damped =
        DistinctVectors.damped(
            VECTORS.length, 2, movie -> VECTORS[movie], movie -> ratings[movie], movie -> true);
    float[] query = Query.ofMovie(0, damped).unit();

    assertThat(damped.spaceDimension()).isEqualTo(2);
    assertThat(damped.nodeOf(0)).isEqualTo(damped.nodeOf(4)).isNotEqualTo(damped.nodeOf(2));
    assertThat(damped.nodeOf(1)).isEqualTo(DistinctVectors.NO_NODE);
    assertThat(damped.cosine(query, damped.nodeOf(0))).isEqualTo(30 / 32f, within(1e-6f));
    assertThat(damped.cosine(query, damped.nodeOf(2))).isEqualTo(10 / 12f, within(1e-6f));
    assertThat(damped.cosine(query, damped.nodeOf(3))).isEqualTo(-8 / 12f, within(1e-6f));
    assertThat(damped.cosine(query, damped.nodeOf(5))).isEqualTo(.8f / 3, within(1e-6f));
    assertThat(Query.ofVector(new float[] {6, 8}, damped).unit())
        .containsExactly(query, within(1e-6f));
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void refusesVectorsThatAreNotFinite(float value) {
    float[][] vectors = {{1, 2}, {3, value}};

    assertThatThrownBy(() -> DistinctVectors.of(2, 2, movie -> vectors[movie], movie -> true))
        .isInstanceOfSatisfying(
            MatineeException.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo(Reason.VECTOR_NOT_FINITE);
              assertThat(refused.metadata()).containsEntry("movie_index", "1");
            });
  }

  @Test
  void mayBeEmpty() {
    DistinctVectors none = DistinctVectors.of(3, 0, movie -> new float[0], movie -> true);

    assertThat(none.nodeCount()).isZero();
    assertThat(none.memberCount()).isZero();
    assertThat(none.nodeOf(2)).isEqualTo(DistinctVectors.NO_NODE);
  }
}

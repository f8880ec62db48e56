package io.matinee.similarity.kept;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.similarity.vectors.DistinctVectors;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class IndexKeyTest {
  private static final float[] EAST = {1, 0};
  private static final float[] NORTH = {0, 1};
  private static final float[] NORTH_EAST = {1, 1};

  private final String key = IndexKey.of(vectors(EAST, NORTH, NORTH));

  @Test
  void isTheSameForTheSameVectors() {
    assertThat(key).hasSize(64).isEqualTo(IndexKey.of(vectors(EAST, NORTH, NORTH)));
  }

  @Test
  void isAnotherForAnotherVector() {
    assertThat(IndexKey.of(vectors(EAST, NORTH_EAST, NORTH_EAST))).isNotEqualTo(key);
  }

  @Test
  void isAnotherWhenAMovieIsOfAnotherNodeOrOfNone() {
    assertThat(IndexKey.of(vectors(EAST, NORTH, EAST))).isNotEqualTo(key);
    assertThat(IndexKey.of(vectors(movie -> movie < 2, EAST, NORTH, NORTH))).isNotEqualTo(key);
  }

  @Test
  void isAnotherForOtherParameters() {
    DistinctVectors vectors = vectors(EAST, NORTH);
    assertThat(IndexKey.of(vectors, "16 links")).isNotEqualTo(IndexKey.of(vectors, "32 links"));
  }

  private static DistinctVectors vectors(float[]... vectors) {
    return vectors(any -> true, vectors);
  }

  private static DistinctVectors vectors(IntPredicate wanted, float[]... vectors) {
    return DistinctVectors.of(vectors.length, 2, movie -> vectors[movie], wanted);
  }
}

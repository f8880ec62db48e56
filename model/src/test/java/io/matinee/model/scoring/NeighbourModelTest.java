package io.matinee.model.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NeighbourModelTest {
  private static final long[] STARTS = {0, 2, 2, 3};
  private static final int[] NEIGHBOURS = {1, 2, 1};
  private static final float[] WEIGHTS = {.5f, -.25f, .75f};
  private static final NeighbourObjective LIKES = new NeighbourObjective(4);

  @Test
  void countsItsMovies() {
    NeighbourModel model = new NeighbourModel(STARTS, NEIGHBOURS, WEIGHTS, LIKES);

    assertThat(model.movieCount()).isEqualTo(3);
    assertThat(model.userCount()).isZero();
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void oneInfiniteWeightMakesItNotFinite(float diverged) {
    assertThat(new NeighbourModel(STARTS, NEIGHBOURS, WEIGHTS, LIKES).isFinite()).isTrue();
    float[] weights = {.5f, diverged, .75f};
    assertThat(new NeighbourModel(STARTS, NEIGHBOURS, weights, LIKES).isFinite()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("contradictions")
  void refusesArraysThatContradictOneAnother(
      long[] starts, int[] neighbours, int weights, String problem) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NeighbourModel(starts, neighbours, new float[weights], LIKES))
        .withMessageContaining(problem);
  }

  static Stream<Arguments> contradictions() {
    return Stream.of(
        contradiction("no start", new long[0], new int[0], 0, "one entry a movie and one more"),
        contradiction("too few weights", STARTS, NEIGHBOURS, 2, "3 neighbours but 2 weights"),
        contradiction("a late start", new long[] {1, 2, 2, 3}, NEIGHBOURS, 3, "span all weights"),
        contradiction("an early end", new long[] {0, 2, 2, 2}, NEIGHBOURS, 3, "span all weights"),
        contradiction("a descent", new long[] {0, 2, 1, 3}, NEIGHBOURS, 3, "descend at movie 1"),
        contradiction("beyond the end", new long[] {0, 9, 9, 3}, NEIGHBOURS, 3, "at movie 0"),
        contradiction("an unknown movie", STARTS, new int[] {1, 3, 1}, 3, "within 3 movies"),
        contradiction("a negative movie", STARTS, new int[] {-1, 2, 1}, 3, "of movie 0"),
        contradiction("a repeated movie", STARTS, new int[] {2, 2, 1}, 3, "of movie 0"),
        contradiction("movies out of order", STARTS, new int[] {2, 1, 1}, 3, "of movie 0"));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void refusesAThresholdOfLikesThatIsNone(double likedFrom) {
    assertThatIllegalArgumentException().isThrownBy(() -> new NeighbourObjective(likedFrom));
  }

  private static Arguments contradiction(
      String name, long[] starts, int[] neighbours, int weights, String problem) {
    return argumentSet(name, starts, neighbours, weights, problem);
  }
}

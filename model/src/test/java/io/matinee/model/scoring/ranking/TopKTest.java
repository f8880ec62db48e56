package io.matinee.model.scoring.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TopKTest {
  private static final float NAN = Float.NaN;

  @Test
  void putsTheBestFirst() {
    assertThat(TopK.select(new float[] {1, 5, 3, 4}, 3, movie -> true)).containsExactly(1, 3, 2);
  }

  @Test
  void breaksTiesBySmallerIndex() {
    float[] scores = {2, 7, 2, 7, 2, 7};
    assertThat(TopK.select(scores, 4, movie -> true)).containsExactly(1, 3, 5, 0);
  }

  @Test
  void neverTakesNanOrNegativeInfinity() {
    float[] scores = {NAN, -1, Float.NEGATIVE_INFINITY, NAN, -2};
    assertThat(TopK.select(scores, 5, movie -> true)).containsExactly(1, 4);
  }

  @Test
  void takesWhatTheMaskAllows() {
    assertThat(TopK.select(new float[] {9, 8, 7, 6}, 2, movie -> movie % 2 == 1))
        .containsExactly(1, 3);
  }

  @Test
  void mayBeEmpty() {
    assertThat(TopK.select(new float[] {1, 2}, 0, movie -> true)).isEmpty();
    assertThat(TopK.select(new float[0], 3, movie -> true)).isEmpty();
    assertThat(TopK.select(new float[] {1, 2}, 2, movie -> false)).isEmpty();
  }

  @Property(tries = 500, seed = "2016")
  void agreesWithAFullSort(
      @ForAll("scores") float[] scores, @ForAll @IntRange(max = 40) int k, @ForAll int salt) {
    MovieMask allowed = movie -> (movie * 31 + salt) % 3 != 0;
    List<Integer> expected =
        IntStream.range(0, scores.length)
            .filter(movie -> !Float.isNaN(scores[movie]) && allowed.allows(movie))
            .boxed()
            .sorted(Comparator.<Integer>comparingDouble(movie -> -scores[movie]))
            .limit(k)
            .toList();
    assertThat(TopK.select(scores, k, allowed)).containsExactly(expected.toArray(Integer[]::new));
  }

  @Property(tries = 200, seed = "2016")
  void takesMoviesInAnyOrder(
      @ForAll("scores") float[] scores, @ForAll @IntRange(max = 40) int k, @ForAll Random random) {
    List<Integer> order =
        IntStream.range(0, scores.length).boxed().collect(Collectors.toCollection(ArrayList::new));
    Collections.shuffle(order, random);
    TopK best = new TopK(k);

    order.forEach(movie -> best.offer(movie, scores[movie]));

    int[] expected = TopK.select(scores, k, movie -> true);
    assertThat(best.size()).isEqualTo(expected.length);
    for (int rank = expected.length - 1; rank >= 0; rank--) {
      assertThat(best.worstScore()).isEqualTo(scores[expected[rank]]);
      assertThat(best.removeWorst()).isEqualTo(expected[rank]);
    }
  }

  /** Few distinct values, so that many tie. */
  @Provide
  Arbitrary<float[]> scores() {
    return Arbitraries.of(-1.5f, 0f, 0.5f, 2f, 3f, 4.25f, NAN).array(float[].class).ofMaxSize(60);
  }
}

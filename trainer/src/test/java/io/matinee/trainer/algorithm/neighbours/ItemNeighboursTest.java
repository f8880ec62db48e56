package io.matinee.trainer.algorithm.neighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.matinee.model.scoring.NeighbourModel;
import io.matinee.trainer.algorithm.ProgressListener;
import io.matinee.trainer.algorithm.SmallRatings;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The weights against the formula, counted cell by cell. */
class ItemNeighboursTest {

  private static final int[][] LIKES = {
    {1, 1, 0, 0, 0},
    {1, 1, 1, 0, 0},
    {0, 1, 1, 0, 0},
    {0, 0, 1, 0, 1},
    {1, 0, 0, 0, 1},
    {1, 1, 0, 0, 1},
  };
  private static final int UNLIKED = 3;

  @Test
  void areTheDampedCosineWherePopularityDoesNotCount() {
    assertWeights(0, 2);
  }

  @Test
  void areTheDampedShareOfLikersWherePopularityCounts() {
    assertWeights(1, 0);
    assertWeights(.5, 10);
  }

  @Test
  void keepTheStrongestIntoEachMovie() {
    int[][] likes = Dense.randomLikes(60, 30, 8);
    NeighbourModel all = model(likes, Map.of());
    NeighbourModel kept = model(likes, Map.of("neighbours", "4"));

    for (int movie = 1; movie < all.movieCount(); movie++) {
      float fourth = strongest(all, movie, 4);
      assertThat(count(kept, movie)).isEqualTo(4);
      assertThat(strongest(kept, movie, 4)).isEqualTo(fourth);
    }
  }

  @Test
  void haveTheSameBitsOnAnyNumberOfThreads() throws Exception {
    int[][] likes = Dense.randomLikes(300, 280, 9);

    NeighbourModel one = Dense.on(1, () -> model(likes, Map.of("neighbours", "20")));
    NeighbourModel two = Dense.on(2, () -> model(likes, Map.of("neighbours", "20")));

    assertThat(two.neighbours()).isEqualTo(one.neighbours());
    assertThat(two.weights()).isEqualTo(one.weights());
  }

  private static void assertWeights(double popularity, double damping) {
    NeighbourModel model =
        model(
            LIKES,
            Map.of("popularity", "" + popularity, "damping", "" + damping, "neighbours", "5"));
    for (int source = 0; source < LIKES[0].length; source++) {
      for (int target = 0; target < LIKES[0].length; target++) {
        double both = source == target ? 0 : likers(source, target);
        double expected =
            both == 0
                ? 0
                : both
                    / Math.pow(likers(source, source), (1 + popularity) / 2)
                    / Math.pow(likers(target, target), (1 - popularity) / 2)
                    * both
                    / (both + damping);
        assertThat((double) weight(model, source, target)).isCloseTo(expected, within(1e-6));
      }
    }
    assertThat(model.neighbours()).doesNotContain(UNLIKED);
  }

  private static double likers(int first, int second) {
    double count = 0;
    for (int[] user : LIKES) {
      count += user[first] * user[second];
    }
    return count;
  }

  private static float weight(NeighbourModel model, int source, int target) {
    for (long at = model.starts()[source]; at < model.starts()[source + 1]; at++) {
      if (model.neighbours()[(int) at] == target) {
        return model.weights()[(int) at];
      }
    }
    return 0;
  }

  private static int count(NeighbourModel model, int target) {
    int count = 0;
    for (int neighbour : model.neighbours()) {
      count += neighbour == target ? 1 : 0;
    }
    return count;
  }

  private static float strongest(NeighbourModel model, int target, int place) {
    float[] weights = new float[model.movieCount()];
    for (int source = 0; source < weights.length; source++) {
      weights[source] = weight(model, source, target);
    }
    Arrays.sort(weights);
    return weights[weights.length - place];
  }

  private static NeighbourModel model(int[][] likes, Map<String, String> settings) {
    ItemNeighbours algorithm = new ItemNeighbours();
    return (NeighbourModel)
        algorithm
            .train(
                SmallRatings.task(algorithm, Dense.ratings(likes), settings, 1),
                ProgressListener.SILENT)
            .model();
  }
}

package io.matinee.model.scoring;

import io.matinee.model.ratings.IdDictionary;
import io.matinee.model.ratings.RatingScale;
import io.matinee.model.ratings.RatingsMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Seeded models and ratings for tests. */
public final class RandomModels {
  private RandomModels() {}

  /** Returns a model of random factors. */
  public static FactorModel factors(
      int users, int movies, int dimension, FactorObjective objective, long seed) {
    Random random = new Random(seed);
    return new FactorModel(
        dimension,
        gaussians(random, movies * dimension, 0.5),
        gaussians(random, users * dimension, 0.5),
        gaussians(random, movies, 0.3),
        gaussians(random, users, 0.3),
        0.25f,
        RatingScale.MOVIELENS_HALF_STARS,
        objective);
  }

  /** Returns a model with a weight in each cell off the diagonal at a density. */
  public static NeighbourModel neighbours(int movies, double density, long seed) {
    Random random = new Random(seed);
    long[] starts = new long[movies + 1];
    int[] neighbours = new int[movies * movies];
    float[] weights = new float[movies * movies];
    int count = 0;
    for (int from = 0; from < movies; from++) {
      for (int into = 0; into < movies; into++) {
        if (from != into && random.nextDouble() < density) {
          neighbours[count] = into;
          weights[count++] = (float) random.nextGaussian();
        }
      }
      starts[from + 1] = count;
    }
    return new NeighbourModel(
        starts,
        Arrays.copyOf(neighbours, count),
        Arrays.copyOf(weights, count),
        new NeighbourObjective(4));
  }

  /** Returns a network of vectors of 3 and 2 numbers and hidden layers of 6 and 4. */
  public static NetworkModel network(int users, int movies, Activation activation, long seed) {
    Random random = new Random(seed);
    return new NetworkModel(
        3,
        2,
        gaussians(random, users * 3, 0.5),
        gaussians(random, movies * 2, 0.5),
        gaussians(random, 3, 0.1),
        List.of(
            layer(random, 5, 6, activation),
            layer(random, 6, 4, activation),
            layer(random, 4, 1, Activation.LINEAR)),
        RatingScale.MOVIELENS_HALF_STARS,
        new NetworkObjective(Link.SCALED_SIGMOID, 0.01));
  }

  private static DenseLayer layer(Random random, int inputs, int outputs, Activation activation) {
    return new DenseLayer(
        inputs,
        outputs,
        gaussians(random, inputs * outputs, 0.8),
        gaussians(random, outputs, 0.3),
        activation);
  }

  /** Returns random ratings of half stars. */
  public static RatingsMatrix ratings(int users, int movies, double density, long seed) {
    Random random = new Random(seed);
    RatingsMatrix.Builder builder = RatingsMatrix.builder(ids(users), ids(movies));
    for (int user = 0; user < users; user++) {
      for (int movie = 0; movie < movies; movie++) {
        if (random.nextDouble() < density) {
          builder.add(user, movie, (1 + random.nextInt(10)) / 2f, 1000L + movie);
        }
      }
    }
    return builder.build();
  }

  /** Returns the ids 1, 2, ... */
  public static IdDictionary ids(int count) {
    List<String> ids = IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList();
    return IdDictionary.of(ids);
  }

  private static float[] gaussians(Random random, int count, double deviation) {
    float[] values = new float[count];
    for (int index = 0; index < count; index++) {
      values[index] = (float) (deviation * random.nextGaussian());
    }
    return values;
  }
}

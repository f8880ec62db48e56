package io.matinee.model.scoring;

import io.matinee.model.ratings.IdDictionary;
import io.matinee.model.ratings.RatingScale;
import io.matinee.model.ratings.RatingsMatrix;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Seeded models and ratings for tests. */
final class RandomModels {
  private RandomModels() {}

  static FactorModel factors(int users, int movies, int dimension, Objective objective, long seed) {
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

  static RatingsMatrix ratings(int users, int movies, double density, long seed) {
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

  static IdDictionary ids(int count) {
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

package io.matinee.similarity.vectors;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Vectors like those of trained factors: a spectrum that decays, clusters, and groups of movies
 * whose vectors are equal, as those of the rarely rated are. Some movies have a zero vector.
 */
public final class FactorLikeVectors {
  private static final int CLUSTERS = 40;
  private static final int RARE_GROUPS = 60;
  private static final double DECAY = .06;

  private FactorLikeVectors() {}

  /** Returns [movies][d]: a third in groups of equal vectors, one in a hundred zero. */
  public static float[][] draw(int movieCount, int dimension, long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    float[][] centres = new float[CLUSTERS][];
    for (int cluster = 0; cluster < CLUSTERS; cluster++) {
      centres[cluster] = vector(dimension, 1, random);
    }
    float[][] vectors = new float[movieCount][];
    for (int movie = 0; movie < movieCount; movie++) {
      vectors[movie] = next(movie, vectors, centres, random);
    }
    return vectors;
  }

  /** Groups all of these vectors. */
  public static DistinctVectors distinct(float[][] vectors) {
    return DistinctVectors.of(
        vectors.length, vectors[0].length, movie -> vectors[movie], movie -> true);
  }

  private static float[] next(
      int movie, float[][] before, float[][] centres, RandomGenerator random) {
    if (movie % 100 == 0) {
      return new float[centres[0].length];
    }
    if (movie % 3 == 0 && movie > RARE_GROUPS) {
      return before[random.nextInt(1, RARE_GROUPS)].clone();
    }
    return near(centres[random.nextInt(CLUSTERS)], random);
  }

  private static float[] near(float[] centre, RandomGenerator random) {
    float[] vector = vector(centre.length, .7, random);
    for (int index = 0; index < vector.length; index++) {
      vector[index] += centre[index];
    }
    return vector;
  }

  private static float[] vector(int dimension, double scale, RandomGenerator random) {
    float[] vector = new float[dimension];
    for (int index = 0; index < dimension; index++) {
      vector[index] = (float) (scale * Math.exp(-DECAY * index) * random.nextGaussian());
    }
    return vector;
  }
}

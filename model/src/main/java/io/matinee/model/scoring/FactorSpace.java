package io.matinee.model.scoring;

import io.matinee.model.catalogue.Space;

/**
 * A model's own space: the directions of its movie vectors, not rescaled. A zero vector has no
 * direction. The sum over pairs takes O(k d): the sum of all cosines of k unit vectors is the
 * squared length of their sum. Immutable and thread-safe.
 */
public final class FactorSpace implements Space {
  private final int dimension;

  /** [movies, d], of length 1 or 0. */
  private final float[] units;

  private FactorSpace(int dimension, float[] units) {
    this.dimension = dimension;
    this.units = units;
  }

  /** Returns the space of movie vectors, copied. */
  public static FactorSpace of(MovieVectors vectors) {
    int dimension = vectors.dimension();
    float[] units = new float[Math.multiplyExact(vectors.count(), dimension)];
    for (int movie = 0; movie < vectors.count(); movie++) {
      float[] vector = vectors.vector(movie);
      double norm = Kernels.length(vector);
      for (int index = 0; index < dimension && norm > 0; index++) {
        units[movie * dimension + index] = (float) (vector[index] / norm);
      }
    }
    return new FactorSpace(dimension, units);
  }

  @Override
  public double cosine(int first, int second) {
    float product = Kernels.dot(units, first * dimension, units, second * dimension, dimension);
    return Math.clamp(product, -1f, 1f);
  }

  @Override
  public double pairSum(int[] movies) {
    double all = 0;
    double diagonal = 0;
    for (int index = 0; index < dimension; index++) {
      double sum = 0;
      for (int movie : movies) {
        float value = units[movie * dimension + index];
        sum += value;
        diagonal += (double) value * value;
      }
      all += sum * sum;
    }
    return (all - diagonal) / 2;
  }
}

package io.matinee.similarity.vectors;

import io.matinee.model.scoring.Kernels;

/**
 * How much a similarity counts by the number of ratings that it rests on: n / (n + {@value #HALF}),
 * the shrinkage of Bell and Koren (Scalable Collaborative Filtering with Jointly Derived
 * Neighborhood Interpolation Weights, ICDM 2007). What few rated lies next to everything by chance.
 *
 * <p>A damped vector has one element more than the space: the direction times the share s, and what
 * is missing to length 1, sqrt(1 - s^2). Its product with a direction that has 0 there is s times
 * the cosine, so that a graph of unit vectors finds the damped order (the reduction of Bachrach et
 * al., RecSys 2014).
 */
public final class Support {
  /** With so many ratings a similarity counts half. */
  public static final int HALF = 2;

  private Support() {}

  /** Returns how much similarities to a movie with so many ratings count, in [0, 1). */
  public static float share(long ratings) {
    return ratings / (float) (ratings + HALF);
  }

  /** Returns the damped vector, [d + 1]; zeros for the zero vector, which has no direction. */
  static float[] damped(float[] vector, long ratings) {
    float[] damped = new float[vector.length + 1];
    double length = Kernels.length(vector);
    if (length == 0) {
      return damped;
    }
    float share = share(ratings);
    for (int index = 0; index < vector.length; index++) {
      damped[index] = (float) (vector[index] / length * share);
    }
    damped[vector.length] = (float) Math.sqrt(1 - (double) share * share);
    return damped;
  }
}

package io.matinee.model.scoring;

/**
 * The first layer of a network, taken apart: its sums are a part of the movie's, computed once, and
 * a part of the user's, computed once a user. Immutable and thread-safe.
 */
final class FirstLayer {
  private final DenseLayer layer;

  /** [movies][outputs], the bias included. */
  private final float[][] movieSums;

  private FirstLayer(DenseLayer layer, float[][] movieSums) {
    this.layer = layer;
    this.movieSums = movieSums;
  }

  /** Computes the movies' part. */
  static FirstLayer of(NetworkWeights weights) {
    DenseLayer layer = weights.layers().getFirst();
    float[][] sums = new float[weights.movieCount()][];
    for (int movie = 0; movie < sums.length; movie++) {
      sums[movie] = layer.bias().clone();
      layer.addProduct(weights.movieVector(movie), weights.userDimension(), sums[movie]);
    }
    return new FirstLayer(layer, sums);
  }

  /** Returns a movie's part of the sums, [outputs], which must not be changed. */
  float[] movieSums(int movie) {
    return movieSums[movie];
  }

  /** Returns a user's part of the sums, [outputs]. */
  float[] userSums(float[] vector) {
    float[] sums = new float[layer.outputs()];
    layer.addProduct(vector, 0, sums);
    return sums;
  }

  /**
   * Computes what comes out for a user and a movie.
   *
   * @param into [outputs], overwritten
   */
  void apply(float[] userSums, int movie, float[] into) {
    float[] ofMovie = movieSums[movie];
    for (int output = 0; output < into.length; output++) {
      into[output] = userSums[output] + ofMovie[output];
    }
    layer.activation().apply(into);
  }
}

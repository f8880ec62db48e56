package io.matinee.model.scoring;

/** The movies' places in a model's own space. Thread-safe for as long as its scorer is. */
public interface MovieVectors {

  /** Returns the number of movies. */
  int count();

  /** Returns the length d of vectors, at least 1. */
  int dimension();

  /**
   * Returns a copy of a movie's vector, [d].
   *
   * @throws IndexOutOfBoundsException if there is no such movie
   */
  float[] vector(int movie);

  /**
   * Returns a movie's bias, without the mean; 0 for a model without biases.
   *
   * @throws IndexOutOfBoundsException if there is no such movie
   */
  float bias(int movie);
}

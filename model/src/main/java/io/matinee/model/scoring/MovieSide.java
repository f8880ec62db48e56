package io.matinee.model.scoring;

import io.matinee.model.memory.LittleEndian;
import io.matinee.model.ratings.RatingScale;
import java.lang.foreign.MemorySegment;

/**
 * The movies' half of a factor model, as fold-in sees it. Thread-safe.
 *
 * @param dimension d
 * @param factors [movies, d]
 * @param biases [movies], mean included
 * @param scale the scale of the ratings
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy would cost
record MovieSide(int dimension, MemorySegment factors, float[] biases, RatingScale scale) {

  int count() {
    return biases.length;
  }

  /** Reads a movie's vector followed by 1, the input of a user's vector and bias: [d + 1]. */
  void readWithOne(int movie, double[] target) {
    read(movie, target);
    target[dimension] = 1;
  }

  /** Reads a movie's vector into the first d elements. */
  void read(int movie, double[] target) {
    long start = (long) movie * dimension;
    for (int index = 0; index < dimension; index++) {
      target[index] = factors.getAtIndex(LittleEndian.FLOAT, start + index);
    }
  }
}

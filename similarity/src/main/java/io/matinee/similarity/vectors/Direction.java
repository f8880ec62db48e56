package io.matinee.similarity.vectors;

import io.matinee.model.scoring.Kernels;
import java.util.Arrays;

/**
 * A vector scaled to length 1, equal to another when all values are.
 *
 * @param unit [d]; zeros for the zero vector
 */
record Direction(float[] unit) {

  static Direction of(float[] vector) {
    double length = Kernels.length(vector);
    float[] unit = new float[vector.length];
    for (int index = 0; index < vector.length && length > 0; index++) {
      unit[index] = (float) (vector[index] / length) + 0f; // + 0 makes -0 a 0
    }
    return new Direction(unit);
  }

  boolean isZero() {
    for (float value : unit) {
      if (value != 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Direction(float[] values) && Arrays.equals(unit, values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(unit);
  }
}

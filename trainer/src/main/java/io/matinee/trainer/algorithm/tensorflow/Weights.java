package io.matinee.trainer.algorithm.tensorflow;

import java.util.Map;

/**
 * The weights of a network, each row-major.
 *
 * @param byName each under its {@link Parameter#name}
 */
record Weights(Map<String, float[]> byName) {

  Weights {
    byName = Map.copyOf(byName);
  }

  /** Returns the weight of a name. */
  float[] of(String name) {
    float[] weight = byName.get(name);
    if (weight == null) {
      throw new IllegalArgumentException("there is no weight " + name);
    }
    return weight;
  }
}

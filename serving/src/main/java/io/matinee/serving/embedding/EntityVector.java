package io.matinee.serving.embedding;

/** A movie's or user's place in a scorer's space. Owns its array, which is only read. */
public final class EntityVector {
  private final float[] values;
  private final float bias;

  EntityVector(float[] values, float bias) {
    this.values = values;
    this.bias = bias;
  }

  /** Returns the number of dimensions. */
  public int dimension() {
    return values.length;
  }

  /** Returns a value, by dimension from 0. */
  public float value(int dimension) {
    return values[dimension];
  }

  /** Returns the bias; 0 for scorers without biases. */
  public float bias() {
    return bias;
  }
}

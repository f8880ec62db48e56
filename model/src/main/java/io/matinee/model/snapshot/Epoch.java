package io.matinee.model.snapshot;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * A point of a learning curve. Immutable.
 *
 * @param epoch the pass over the data, from 1
 * @param figures what was measured in it or after it, by name, in the order of names
 */
public record Epoch(int epoch, Map<String, Double> figures) {
  /** The name of the mean loss of the pass. */
  public static final String TRAINING_LOSS = "training_loss";

  /** The name of the mean loss, after the pass, on rows that training leaves out. */
  public static final String VALIDATION_LOSS = "validation_loss";

  /**
   * The name of the mean squared error, after the pass, of the held-out ratings, in squared units
   * of the rating: recorded where it is asked for, and nothing is chosen by it.
   */
  public static final String HELD_OUT_SQUARED_ERROR = "held_out_squared_error";

  /** Copies the figures. */
  public Epoch {
    figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
  }

  /** Returns the figure of a name; empty when it was not measured. */
  public OptionalDouble figure(String name) {
    Double value = figures.get(name);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}

package io.matinee.trainer.algorithm;

import java.util.Map;

/**
 * Validated hyper-parameters, readable as numbers.
 *
 * @param values a value for every hyper-parameter of the algorithm, as text by key
 */
public record Settings(Map<String, String> values) {

  /** Copies the values. */
  public Settings {
    values = Map.copyOf(values);
  }

  /**
   * The settings that a caller gave, completed by the algorithm's defaults.
   *
   * @throws IllegalArgumentException as {@link AlgorithmDescription#validated}
   */
  public static Settings of(AlgorithmDescription description, Map<String, String> given) {
    return new Settings(description.validated(given));
  }

  /** The whole number under a key. */
  public int whole(String key) {
    return Integer.parseInt(value(key));
  }

  /** The number under a key. */
  public double real(String key) {
    return Double.parseDouble(value(key));
  }

  private String value(String key) {
    String value = values.get(key);
    if (value == null) {
      throw new IllegalArgumentException("No value for " + key);
    }
    return value;
  }
}

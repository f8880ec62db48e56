package io.matinee.trainer.algorithm.setting;

import java.util.Map;

/**
 * What an algorithm was set to, complete and checked.
 *
 * @param values a value for every hyper-parameter, as text by key
 */
public record Settings(Map<String, String> values) {

  /** Copies the values. */
  public Settings {
    values = Map.copyOf(values);
  }

  /**
   * Returns the value of a hyper-parameter.
   *
   * @throws IllegalArgumentException if these are the settings of an algorithm without it
   */
  public <T> T get(HyperParameter<T> hyperParameter) {
    String value = values.get(hyperParameter.key());
    if (value == null) {
      throw new IllegalArgumentException("no value for " + hyperParameter.key());
    }
    return hyperParameter.require(new GivenValue.Text(value));
  }
}

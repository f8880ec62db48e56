package io.matinee.trainer.algorithm;

import io.matinee.trainer.algorithm.setting.GivenValue;
import io.matinee.trainer.algorithm.setting.Settings;
import java.util.Map;

/**
 * An algorithm with settings.
 *
 * @param algorithm the algorithm's id
 * @param hyperParameters values that differ from their defaults, by key
 */
public record AlgorithmChoice(String algorithm, Map<String, GivenValue> hyperParameters) {

  /** Copies the settings. */
  public AlgorithmChoice {
    hyperParameters = Map.copyOf(hyperParameters);
  }

  /**
   * Returns the complete settings for a data set of some size.
   *
   * @param chosen the algorithm
   * @throws IllegalArgumentException as {@link AlgorithmDescription#settings} and {@link
   *     ArraySize#requireFitting}
   */
  public Settings settings(Algorithm chosen, Extent extent) {
    Settings settings = settings(chosen.description());
    chosen.arrays(extent).forEach(array -> array.requireFitting(settings));
    return settings;
  }

  /**
   * Returns the complete settings.
   *
   * @param description of the algorithm
   * @throws IllegalArgumentException as {@link AlgorithmDescription#settings}
   */
  public Settings settings(AlgorithmDescription description) {
    return description.settings(hyperParameters);
  }
}

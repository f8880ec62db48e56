package io.matinee.trainer.algorithm;

import java.util.Map;

/**
 * An algorithm with settings.
 *
 * @param algorithm the algorithm's id
 * @param hyperParameters values that differ from their defaults, as text by key
 */
public record AlgorithmChoice(String algorithm, Map<String, String> hyperParameters) {

  /** Copies the settings. */
  public AlgorithmChoice {
    hyperParameters = Map.copyOf(hyperParameters);
  }
}

package io.matinee.trainer.algorithm;

import io.matinee.trainer.algorithm.setting.GivenValue;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A checked choice as it is kept until it is trained.
 *
 * @param algorithm the algorithm's id
 * @param settings values of hyper-parameters as text, by key
 */
public record KeptChoice(String algorithm, Map<String, String> settings) {

  /** Copies the settings. */
  public KeptChoice {
    settings = Map.copyOf(settings);
  }

  /** Returns the choice. */
  public AlgorithmChoice choice() {
    return new AlgorithmChoice(
        algorithm,
        settings.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, entry -> new GivenValue.Text(entry.getValue()))));
  }
}

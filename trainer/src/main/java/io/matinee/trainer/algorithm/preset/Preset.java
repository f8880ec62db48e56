package io.matinee.trainer.algorithm.preset;

import io.matinee.trainer.algorithm.KeptChoice;
import java.util.HashMap;
import java.util.Map;

/**
 * An algorithm with settings under one name. A version of a preset has that one scorer, which
 * predicts ratings and orders lists.
 *
 * @param id its name, e.g. {@code notebook-001-v2}
 * @param description what it trains, in a sentence
 * @param choice the algorithm and what it is set to
 */
public record Preset(String id, String description, KeptChoice choice) {

  /**
   * Returns the same with the faults that its notebook has.
   *
   * @param faults what the faults are
   * @param settings what is set otherwise
   */
  Preset asWritten(String faults, Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(choice.settings());
    all.putAll(settings);
    return new Preset(
        id + "-as-written",
        "As %s, with the notebook's faults: %s.".formatted(id, faults),
        new KeptChoice(choice.algorithm(), all));
  }
}

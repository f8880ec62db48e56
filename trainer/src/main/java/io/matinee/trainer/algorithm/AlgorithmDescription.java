package io.matinee.trainer.algorithm;

import io.matinee.runtime.error.Excerpt;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a caller needs to know to choose and set an algorithm.
 *
 * @param id its name, e.g. {@code biased-mf}
 * @param description what it does, in a sentence
 * @param source the paper or book that it follows
 * @param tasks what its scorer can be used for
 * @param hyperParameters what can be set, in a sensible reading order
 * @param tensorflow whether it runs on TensorFlow
 */
public record AlgorithmDescription(
    String id,
    String description,
    String source,
    Set<Task> tasks,
    List<HyperParameter> hyperParameters,
    boolean tensorflow) {

  /** Copies the collections. */
  public AlgorithmDescription {
    tasks = Set.copyOf(tasks);
    hyperParameters = List.copyOf(hyperParameters);
  }

  /**
   * Completes settings by the defaults.
   *
   * @param given values by key, only those that differ from their defaults
   * @return a value for every hyper-parameter, sorted by key
   * @throws IllegalArgumentException naming the key that is unknown or out of range, and the fix
   */
  public Map<String, String> validated(Map<String, String> given) {
    Map<String, String> values = new TreeMap<>();
    for (HyperParameter hyperParameter : hyperParameters) {
      String value = given.getOrDefault(hyperParameter.key(), hyperParameter.defaultValue());
      hyperParameter.check(value);
      values.put(hyperParameter.key(), value);
    }
    for (String key : new TreeMap<>(given).keySet()) {
      if (!values.containsKey(key)) {
        throw new IllegalArgumentException(
            "%s has no hyper-parameter %s; it has %s".formatted(id, Excerpt.of(key), keys()));
      }
    }
    return values;
  }

  private String keys() {
    return hyperParameters.isEmpty()
        ? "none"
        : hyperParameters.stream().map(HyperParameter::key).collect(Collectors.joining(", "));
  }
}

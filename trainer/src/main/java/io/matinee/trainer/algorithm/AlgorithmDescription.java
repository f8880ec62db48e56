package io.matinee.trainer.algorithm;

import io.matinee.model.ratings.EventKind;
import io.matinee.model.snapshot.Lack;
import io.matinee.model.snapshot.ScorerTraits;
import io.matinee.runtime.error.Excerpt;
import io.matinee.trainer.algorithm.setting.GivenValue;
import io.matinee.trainer.algorithm.setting.HyperParameter;
import io.matinee.trainer.algorithm.setting.NearestKey;
import io.matinee.trainer.algorithm.setting.Settings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a caller needs to know to choose and set an algorithm.
 *
 * @param id its name, e.g. {@code biased-mf}
 * @param description what it does, in a sentence
 * @param source the paper or book that it follows
 * @param tasks what its scorer can be used for
 * @param learnsFrom what it learns from; none predicts ratings from watches
 * @param hyperParameters what can be set, in a sensible reading order
 * @param traits what can be expected of its scorers
 * @param tensorflow whether it runs on TensorFlow
 */
public record AlgorithmDescription(
    String id,
    String description,
    String source,
    Set<Task> tasks,
    Set<EventKind> learnsFrom,
    List<HyperParameter<?>> hyperParameters,
    ScorerTraits traits,
    boolean tensorflow) {

  /**
   * Copies the collections; refuses two hyper-parameters of one key, and ratings from none or from
   * watches.
   */
  public AlgorithmDescription {
    tasks = Set.copyOf(tasks);
    learnsFrom = Set.copyOf(learnsFrom);
    hyperParameters = List.copyOf(hyperParameters);
    if (keys(hyperParameters).stream().distinct().count() < hyperParameters.size()) {
      throw new IllegalArgumentException(id + " has two hyper-parameters of one key");
    }
    if (tasks.contains(Task.RATING) && traits.lacks().contains(Lack.RATINGS)) {
      throw new IllegalArgumentException(id + " is for ratings but lacks them");
    }
    if (tasks.contains(Task.RATING) && learnsFrom.contains(EventKind.WATCH)) {
      throw new IllegalArgumentException(id + " is for ratings but learns from watches");
    }
  }

  /**
   * Returns the settings that a caller gave, completed by the defaults.
   *
   * @param given values by key, only those that differ from their defaults
   * @throws IllegalArgumentException naming the key, the value where that is wrong, what is allowed
   *     and, for an unknown key, the known one that is nearest
   */
  public Settings settings(Map<String, GivenValue> given) {
    Map<String, String> values = new TreeMap<>();
    for (HyperParameter<?> parameter : hyperParameters) {
      GivenValue value = given.get(parameter.key());
      values.put(
          parameter.key(), value == null ? parameter.defaultText() : parameter.checked(value));
    }
    for (String key : new TreeSet<>(given.keySet())) {
      if (!values.containsKey(key)) {
        throw new IllegalArgumentException(unknown(key));
      }
    }
    return new Settings(values);
  }

  private String unknown(String key) {
    List<String> known = keys(hyperParameters);
    return "%s has no hyper-parameter %s%s; it has %s"
        .formatted(
            id,
            Excerpt.of(key),
            NearestKey.of(key, known).map(near -> ", perhaps " + near + " is meant").orElse(""),
            known.isEmpty() ? "none" : String.join(", ", known));
  }

  private static List<String> keys(List<HyperParameter<?>> hyperParameters) {
    return hyperParameters.stream().<String>map(HyperParameter::key).toList();
  }
}

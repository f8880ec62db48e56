package io.matinee.model.snapshot;

import io.matinee.model.scoring.Objective;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How one scorer of a version was made.
 *
 * @param algorithm the id of the algorithm
 * @param hyperParameters every hyper-parameter by name, in the order of names
 * @param objective what was optimised, and how a new user is folded in
 * @param dimension the length of the vectors, 0 without
 * @param learningCurve the losses by epoch, possibly empty
 */
public record ScorerManifest(
    String algorithm,
    Map<String, String> hyperParameters,
    Objective objective,
    int dimension,
    List<Epoch> learningCurve) {

  /** Copies the collections. */
  public ScorerManifest {
    hyperParameters = Collections.unmodifiableSortedMap(new TreeMap<>(hyperParameters));
    learningCurve = List.copyOf(learningCurve);
  }
}

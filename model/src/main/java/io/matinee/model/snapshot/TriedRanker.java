package io.matinee.model.snapshot;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A ranker that was tried on inner splits of the training part before one was chosen.
 *
 * @param algorithm the id of the algorithm
 * @param hyperParameters every hyper-parameter by name, in the order of names
 * @param normalisedGain its mean NDCG@10 there, 0 to 1
 */
public record TriedRanker(
    String algorithm, Map<String, String> hyperParameters, double normalisedGain) {

  /** Copies the hyper-parameters. */
  public TriedRanker {
    hyperParameters = Collections.unmodifiableSortedMap(new TreeMap<>(hyperParameters));
  }
}

package io.matinee.trainer.algorithm;

import io.matinee.model.snapshot.TriedRanker;
import io.matinee.trainer.algorithm.setting.Settings;
import java.util.List;

/**
 * Which algorithm a training chose.
 *
 * @param algorithm the one that trained the scorer
 * @param settings a value for every one of its hyper-parameters
 * @param tried what it was chosen among, best first; empty where nothing could be judged
 */
public record Selection(
    AlgorithmDescription algorithm, Settings settings, List<TriedRanker> tried) {

  /** Copies the list. */
  public Selection {
    tried = List.copyOf(tried);
  }
}

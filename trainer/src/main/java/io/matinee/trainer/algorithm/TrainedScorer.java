package io.matinee.trainer.algorithm;

import io.matinee.model.scoring.ScorerModel;
import io.matinee.model.snapshot.Epoch;
import java.util.List;
import java.util.Map;

/**
 * What training gives.
 *
 * @param model the scorer
 * @param learningCurve the losses after each epoch, in order; empty where nothing iterates
 * @param figures what the training measured of the finished scorer, by name
 */
public record TrainedScorer(
    ScorerModel model, List<Epoch> learningCurve, Map<String, Double> figures) {

  /** A scorer of which nothing was measured. */
  public TrainedScorer(ScorerModel model, List<Epoch> learningCurve) {
    this(model, learningCurve, Map.of());
  }

  /** Copies the collections. */
  public TrainedScorer {
    learningCurve = List.copyOf(learningCurve);
    figures = Map.copyOf(figures);
  }
}

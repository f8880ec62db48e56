package io.matinee.trainer.algorithm;

import io.matinee.model.scoring.FactorModel;
import io.matinee.model.snapshot.Epoch;
import java.util.List;

/**
 * What training gives.
 *
 * @param model the scorer
 * @param learningCurve the losses after each epoch, in order; empty where nothing iterates
 */
public record TrainedScorer(FactorModel model, List<Epoch> learningCurve) {

  /** Copies the curve. */
  public TrainedScorer {
    learningCurve = List.copyOf(learningCurve);
  }
}

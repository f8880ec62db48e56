package io.matinee.trainer.algorithm;

import io.matinee.model.scoring.ScorerModel;
import io.matinee.model.snapshot.Epoch;
import io.matinee.model.snapshot.FolderContent;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What training gives.
 *
 * @param model the scorer
 * @param learningCurve the losses after each epoch, in order; empty where nothing iterates
 * @param figures what the training measured of the finished scorer, by name
 * @param selection which algorithm it is of, where the training chose it
 * @param savedModel the scorer as a SavedModel, where TensorFlow trained it
 */
public record TrainedScorer(
    ScorerModel model,
    List<Epoch> learningCurve,
    Map<String, Double> figures,
    Optional<Selection> selection,
    Optional<FolderContent> savedModel) {

  /** A scorer of which nothing was measured. */
  public TrainedScorer(ScorerModel model, List<Epoch> learningCurve) {
    this(model, learningCurve, Map.of());
  }

  /** A scorer of the algorithm that was asked for, which TensorFlow has not trained. */
  public TrainedScorer(ScorerModel model, List<Epoch> learningCurve, Map<String, Double> figures) {
    this(model, learningCurve, figures, Optional.empty(), Optional.empty());
  }

  /** Copies the collections. */
  public TrainedScorer {
    learningCurve = List.copyOf(learningCurve);
    figures = Map.copyOf(figures);
  }

  /** Returns the same scorer, chosen among others. */
  public TrainedScorer chosen(Selection choice) {
    return new TrainedScorer(model, learningCurve, figures, Optional.of(choice), savedModel);
  }

  /** Returns what describes its algorithm. */
  public AlgorithmDescription algorithm(AlgorithmDescription asked) {
    return selection.map(Selection::algorithm).orElse(asked);
  }

  /** Returns the same with the SavedModel that other programs load. */
  public TrainedScorer with(FolderContent exported) {
    return new TrainedScorer(model, learningCurve, figures, selection, Optional.of(exported));
  }
}

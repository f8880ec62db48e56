package io.matinee.trainer.training;

import io.matinee.trainer.worker.ProgressEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * News of a run; kept as JSON. Immutable.
 *
 * @param datasetVersion the data-set version's name
 * @param storedSplit the name of the stored split that it is trained with; null for none
 * @param stage how far it is
 * @param algorithm the algorithm being trained, or ""
 * @param epoch the epoch that has ended last, from 1; 0 before the first
 * @param epochs the epochs at most; 0 when unknown
 * @param figures what was measured in that epoch or after it, by name
 * @param remainingSeconds the time that training takes at most from here, as estimated, or null
 * @param examplesPerSecond ratings processed per second in that epoch
 */
public record TrainingProgress(
    String datasetVersion,
    @Nullable String storedSplit,
    TrainingStage stage,
    String algorithm,
    int epoch,
    int epochs,
    Map<String, Double> figures,
    @Nullable Double remainingSeconds,
    double examplesPerSecond) {

  /** Copies the figures. */
  public TrainingProgress {
    figures = Map.copyOf(figures);
  }

  /** Returns a run that waits. */
  static TrainingProgress queued(String datasetVersion, @Nullable String storedSplit) {
    return begun(datasetVersion, storedSplit, TrainingStage.QUEUED, "");
  }

  /** Returns the same run in another stage, with the figures of the epoch before. */
  TrainingProgress in(TrainingStage next) {
    return new TrainingProgress(
        datasetVersion,
        storedSplit,
        next,
        algorithm,
        epoch,
        epochs,
        figures,
        null,
        examplesPerSecond);
  }

  /** Returns the same run once a stage has begun. */
  TrainingProgress after(ProgressEvent.StageStarted started) {
    String trained = started.algorithm();
    return trained == null
        ? in(TrainingStage.valueOf(started.stage().name()))
        : begun(datasetVersion, storedSplit, TrainingStage.TRAINING, trained);
  }

  /** Returns the same run once an epoch has ended. */
  TrainingProgress after(ProgressEvent.EpochEnded ended) {
    return new TrainingProgress(
        datasetVersion,
        storedSplit,
        TrainingStage.TRAINING,
        ended.algorithm(),
        ended.epoch(),
        ended.epochs(),
        ended.figures(),
        ended.remainingSeconds(),
        ended.examplesPerSecond());
  }

  private static TrainingProgress begun(
      String datasetVersion, @Nullable String storedSplit, TrainingStage stage, String algorithm) {
    return new TrainingProgress(
        datasetVersion, storedSplit, stage, algorithm, 0, 0, Map.of(), null, 0);
  }
}

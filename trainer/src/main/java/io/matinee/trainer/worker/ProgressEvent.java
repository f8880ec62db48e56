package io.matinee.trainer.worker;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A line on a worker's standard output: one JSON object, told apart by its property "event". */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ProgressEvent.StageStarted.class, name = "stage"),
  @JsonSubTypes.Type(value = ProgressEvent.EpochEnded.class, name = "epoch"),
  @JsonSubTypes.Type(value = ProgressEvent.Done.class, name = "done"),
  @JsonSubTypes.Type(value = ProgressEvent.Failed.class, name = "failed")
})
public sealed interface ProgressEvent {

  /** What a worker is doing. */
  enum Stage {
    /** Reading and splitting the ratings. */
    PREPARING,
    /** Training one algorithm. */
    TRAINING,
    /** Writing the snapshot. */
    EXPORTING
  }

  /**
   * A stage begins.
   *
   * @param stage the stage
   * @param algorithm the algorithm that is trained; null in the other stages
   */
  record StageStarted(Stage stage, @Nullable String algorithm) implements ProgressEvent {}

  /**
   * An epoch has ended.
   *
   * @param algorithm the algorithm that is trained
   * @param epoch the epoch, from 1
   * @param epochs how many there will be at most
   * @param figures what was measured in it or after it, by name
   * @param remainingSeconds the time that is left at most, as estimated
   * @param examplesPerSecond ratings processed per second in this epoch
   */
  record EpochEnded(
      String algorithm,
      int epoch,
      int epochs,
      Map<String, Double> figures,
      double remainingSeconds,
      double examplesPerSecond)
      implements ProgressEvent {

    /** Copies the figures. */
    public EpochEnded {
      figures = Map.copyOf(figures);
    }
  }

  /** The snapshot is complete; the process ends with 0. */
  record Done() implements ProgressEvent {}

  /**
   * The run has failed; the process ends with another status than 0.
   *
   * @param reason a name of the error catalogue, e.g. DATASET_EMPTY
   * @param message what went wrong, in a sentence
   */
  record Failed(String reason, String message) implements ProgressEvent {}
}

package io.matinee.metrics.evaluation;

/**
 * How far an evaluation is.
 *
 * @param stage what is being done
 * @param usersDone users judged, over all algorithms
 * @param users users to judge, over all algorithms; 0 while unknown
 */
public record Progress(Stage stage, long usersDone, long users) {
  /** The progress of an evaluation that has not begun. */
  public static final Progress NONE = new Progress(Stage.LOADING, 0, 0);
}

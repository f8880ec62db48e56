package io.matinee.metrics.evaluation;

/**
 * How far an evaluation is.
 *
 * @param stage what is being done
 * @param usersDone users judged; one whose lists of one in three algorithms are counts a third
 * @param users users to judge; 0 while unknown
 */
public record Progress(Stage stage, long usersDone, long users) {
  /** The progress of an evaluation that waits. */
  public static final Progress QUEUED = new Progress(Stage.QUEUED, 0, 0);

  /** The progress of an evaluation that has just begun. */
  static final Progress LOADING = new Progress(Stage.LOADING, 0, 0);

  /** Returns the progress of its {@link #text}. */
  public static Progress parse(String text) {
    String[] parts = text.split(" ", -1);
    return new Progress(
        Stage.valueOf(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
  }

  /** Returns the progress in words and numbers, as records keep it. */
  public String text() {
    return stage + " " + usersDone + " " + users;
  }
}

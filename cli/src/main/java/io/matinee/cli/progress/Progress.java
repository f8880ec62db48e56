package io.matinee.cli.progress;

/** Shows how far long work has come. Used by one thread. */
public interface Progress extends AutoCloseable {
  /**
   * Shows a state.
   *
   * @param state how far the work is
   */
  void show(ProgressState state);

  /** Ends the showing; what was shown last stays. */
  @Override
  void close();
}

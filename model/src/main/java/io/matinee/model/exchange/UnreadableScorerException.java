package io.matinee.model.exchange;

/**
 * A file of somebody else's that holds no scorer; says of which array what is wrong, and the fix.
 */
public final class UnreadableScorerException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong. */
  public UnreadableScorerException(String problem) {
    super(problem);
  }

  /** Says what is wrong with an array. */
  static UnreadableScorerException of(String array, String problem) {
    return new UnreadableScorerException(array + " " + problem);
  }
}

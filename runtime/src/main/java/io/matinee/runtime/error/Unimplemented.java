package io.matinee.runtime.error;

/**
 * What is said of a field that a contract has room for, and that this release does nothing with.
 */
public final class Unimplemented {
  private Unimplemented() {}

  /**
   * Returns the refusal: UNIMPLEMENTED, naming the field.
   *
   * @param field the request's field, e.g. {@code ratings[3].weight}
   * @param problem what it asks for, and what does work, e.g. "is not supported yet: leave it out"
   */
  public static MatineeException of(String field, String problem) {
    return MatineeException.of(Reason.UNIMPLEMENTED, field + " " + problem).onField(field, problem);
  }
}

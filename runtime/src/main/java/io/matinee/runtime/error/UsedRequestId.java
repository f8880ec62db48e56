package io.matinee.runtime.error;

/** What is said of a {@code request_id} that comes again with another request than its own. */
public final class UsedRequestId {
  private static final String PROBLEM = "was used for another request; send a new one";

  private UsedRequestId() {}

  /** Returns the refusal: INVALID_REQUEST, naming the field. */
  public static MatineeException refusal() {
    return MatineeException.of(Reason.INVALID_REQUEST, "request_id " + PROBLEM)
        .onField("request_id", PROBLEM);
  }
}

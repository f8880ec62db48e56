package io.matinee.runtime.error;

/** What is said of a {@code request_id} that comes again with another request than its own. */
public final class UsedRequestId {
  private static final String PROBLEM = "was used for another request; send a new one";

  private UsedRequestId() {}

  /** Returns the refusal: REQUEST_ID_REUSED, naming the field. */
  public static MatineeException refusal() {
    return MatineeException.of(Reason.REQUEST_ID_REUSED, "request_id " + PROBLEM)
        .onField("request_id", PROBLEM);
  }
}

package io.matinee.runtime.call;

import io.grpc.Attributes;
import io.grpc.ServerCall;
import io.matinee.runtime.error.MatineeException;
import org.jspecify.annotations.Nullable;

/**
 * Why a call's request was not read. Whoever reads it cannot say so to the caller, being outside of
 * what puts failures into words: it notes the reason here, among the call's attributes, and passes
 * an empty request on.
 */
public final class RequestRefusal {
  private static final Attributes.Key<RequestRefusal> KEY =
      Attributes.Key.create("io.matinee.request-refusal");

  private volatile @Nullable MatineeException reason;

  /** Notes why the request that comes next is not read. */
  public void refuse(MatineeException why) {
    reason = why;
  }

  /** Returns attributes with this among them. */
  public Attributes among(Attributes attributes) {
    return attributes.toBuilder().set(KEY, this).build();
  }

  /** Returns why a call's request was not read; null when it was. */
  static @Nullable MatineeException of(ServerCall<?, ?> call) {
    RequestRefusal refusal = call.getAttributes().get(KEY);
    return refusal == null ? null : refusal.reason;
  }
}

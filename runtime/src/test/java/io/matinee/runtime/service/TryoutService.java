package io.matinee.runtime.service;

import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.stub.StreamObserver;
import io.matinee.proto.trainer.v1.ListUserRatingsRequest;
import io.matinee.proto.trainer.v1.ListUserRatingsResponse;
import io.matinee.proto.trainer.v1.RatingsServiceGrpc;
import io.matinee.proto.trainer.v1.RecordRatingsRequest;
import io.matinee.proto.trainer.v1.RecordRatingsResponse;
import io.matinee.runtime.call.RequestId;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.following.FollowedAliases;
import io.matinee.runtime.following.Lease;
import io.quarkus.grpc.GrpcService;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Does what the user id says. */
@GrpcService
class TryoutService extends RatingsServiceGrpc.RatingsServiceImplBase {
  private final FollowedAliases<TryoutModel> models;
  private final HeldHandlers handlers;

  @Inject
  TryoutService(FollowedAliases<TryoutModel> models, HeldHandlers handlers) {
    this.models = models;
    this.handlers = handlers;
  }

  @Override
  public void listUserRatings(
      ListUserRatingsRequest request, StreamObserver<ListUserRatingsResponse> observer) {
    switch (request.getUserId()) {
      case "unknown" -> throw unknown();
      case "passed" -> observer.onError(unknown());
      case "translated" -> observer.onError(unknown().toStatus());
      case "bug" -> throw new IllegalStateException("not for the caller's eyes");
      case "never" -> {}
      case "deadline" -> answer(observer, deadline());
      case "minutes-left" -> answer(observer, minutesLeft());
      case "request-id" -> answer(observer, RequestId.current());
      case "model" -> answer(observer, movies());
      default -> throw new AssertionError(request.getUserId());
    }
  }

  /** On a thread of its own, as handlers that may block: fails, for some users in its own time. */
  @Override
  @RunOnVirtualThread
  public void recordRatings(
      RecordRatingsRequest request, StreamObserver<RecordRatingsResponse> observer) {
    if (request.getRatings(0).getUserId().equals("held")) {
      handlers.hold();
    }
    throw unknown().with("request", RequestId.current());
  }

  private static MatineeException unknown() {
    return MatineeException.of(Reason.USER_NOT_FOUND, "there is no user 7").with("user_id", "7");
  }

  private String movies() {
    try (Lease<TryoutModel> lease = models.acquire("", "")) {
      return Integer.toString(lease.model().movies());
    }
  }

  private static String deadline() {
    @Nullable Object deadline = Context.current().getDeadline();
    return String.valueOf(deadline != null);
  }

  private static String minutesLeft() {
    @Nullable Deadline deadline = Context.current().getDeadline();
    return deadline == null ? "" : Long.toString(deadline.timeRemaining(TimeUnit.MINUTES));
  }

  private static void answer(StreamObserver<ListUserRatingsResponse> observer, String text) {
    observer.onNext(ListUserRatingsResponse.newBuilder().setNextPageToken(text).build());
    observer.onCompleted();
  }
}

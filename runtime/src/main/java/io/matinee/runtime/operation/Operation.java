package io.matinee.runtime.operation;

import java.time.Instant;
import java.util.Optional;

/**
 * A long-running operation as it is at one moment.
 *
 * @param id its id, unique in its service
 * @param kind what it does, e.g. {@code train}
 * @param parent what it does it to: the resource name of a data set, model or version
 * @param request the request that began it; empty when that cannot be repeated
 * @param state how far it is
 * @param progress the last news of it, as text in the form of its kind
 * @param result what it made, as text in the form of its kind; empty until it has succeeded
 * @param failure why it failed; empty unless it did
 * @param createTime when it was asked for, in whole microseconds
 * @param updateTime when its state changed last
 */
public record Operation(
    String id,
    String kind,
    String parent,
    Optional<RequestKey> request,
    OperationState state,
    String progress,
    String result,
    Optional<OperationFailure> failure,
    Instant createTime,
    Instant updateTime) {

  /** Returns an operation that waits for its turn. */
  static Operation begun(String kind, Submission submission, Instant now) {
    return new Operation(
        submission.id(),
        kind,
        submission.parent(),
        submission.request(),
        OperationState.ACTIVE,
        submission.progress(),
        "",
        Optional.empty(),
        now,
        now);
  }

  /** Returns whether it has ended, well or not. */
  public boolean ended() {
    return state != OperationState.ACTIVE;
  }

  /** Returns the same operation with other news. */
  Operation withProgress(String news) {
    return new Operation(
        id, kind, parent, request, state, news, result, failure, createTime, updateTime);
  }

  /** Returns the same operation, ended with a result. */
  public Operation succeeded(String made, Instant now) {
    return new Operation(
        id,
        kind,
        parent,
        request,
        OperationState.SUCCEEDED,
        progress,
        made,
        Optional.empty(),
        createTime,
        now);
  }

  /** Returns the same operation, ended with a failure. */
  Operation failed(OperationFailure why, Instant now) {
    return new Operation(
        id,
        kind,
        parent,
        request,
        OperationState.FAILED,
        progress,
        "",
        Optional.of(why),
        createTime,
        now);
  }
}

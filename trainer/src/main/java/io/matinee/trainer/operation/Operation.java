package io.matinee.trainer.operation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A long-running operation as it is at one moment.
 *
 * @param id its id, e.g. {@code train-0198…}
 * @param kind what it does
 * @param target what it does it to: a data set's or a model's resource name
 * @param state how far it is
 * @param progress the last news of it, as JSON in the shape of its kind
 * @param result the resource name of what it made; empty until it has succeeded
 * @param error why it failed; null unless it did
 * @param createTime when it was asked for
 * @param updateTime when its state changed last
 */
public record Operation(
    String id,
    OperationKind kind,
    String target,
    OperationState state,
    String progress,
    String result,
    @Nullable OperationError error,
    Instant createTime,
    Instant updateTime) {

  /** Whether it has ended, well or not. */
  public boolean ended() {
    return state != OperationState.ACTIVE;
  }

  /** The same operation with other news. */
  public Operation withProgress(String news) {
    return new Operation(id, kind, target, state, news, result, error, createTime, updateTime);
  }
}

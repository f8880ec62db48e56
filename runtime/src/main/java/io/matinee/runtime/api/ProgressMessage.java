package io.matinee.runtime.api;

import io.matinee.proto.model.v1.Progress;
import io.matinee.proto.model.v1.WorkUnit;
import io.matinee.runtime.operation.Operation;
import io.matinee.runtime.time.Times;

/** How far operations are, as a message. */
public final class ProgressMessage {
  private ProgressMessage() {}

  /** Returns the progress of an operation whose work is not counted yet. */
  public static Progress of(Operation operation) {
    return Progress.newBuilder().setStartTime(Times.of(operation.createTime())).build();
  }

  /**
   * Returns the progress of an operation.
   *
   * @param done the units done
   * @param total the units in all; 0 while unknown
   */
  public static Progress of(Operation operation, WorkUnit unit, long done, long total) {
    return of(operation).toBuilder().setUnit(unit).setDoneCount(done).setTotalCount(total).build();
  }
}

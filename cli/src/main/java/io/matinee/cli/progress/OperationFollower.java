package io.matinee.cli.progress;

import com.google.longrunning.Operation;
import com.google.longrunning.OperationsGrpc.OperationsBlockingStub;
import com.google.longrunning.WaitOperationRequest;
import com.google.protobuf.Any;
import com.google.protobuf.util.Durations;
import io.grpc.protobuf.StatusProto;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits for an operation and shows how far it is. */
public final class OperationFollower {
  private static final Duration GLANCE = Duration.ofMillis(300);

  private final OperationsBlockingStub operations;

  /**
   * Makes a follower.
   *
   * @param operations of the service that runs the operation
   */
  public OperationFollower(OperationsBlockingStub operations) {
    this.operations = operations;
  }

  /**
   * Follows an operation to its end.
   *
   * @param started the operation as the starting call returned it
   * @param metadata reads the operation's metadata
   * @param progress shows the states
   * @return the response
   * @throws io.grpc.StatusRuntimeException the operation's error, or that of a call about it
   */
  public Any follow(Operation started, MetadataReader metadata, Progress progress) {
    Operation operation = started;
    progress.show(metadata.read(operation.getMetadata()));
    while (!operation.getDone()) {
      operation = glance(operation.getName());
      progress.show(metadata.read(operation.getMetadata()));
    }
    if (operation.hasError()) {
      throw StatusProto.toStatusRuntimeException(operation.getError());
    }
    return operation.getResponse();
  }

  private Operation glance(String name) {
    return operations
        .withDeadlineAfter(30, TimeUnit.SECONDS)
        .waitOperation(
            WaitOperationRequest.newBuilder()
                .setName(name)
                .setTimeout(Durations.fromMillis(GLANCE.toMillis()))
                .build());
  }
}

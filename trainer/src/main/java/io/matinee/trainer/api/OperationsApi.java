package io.matinee.trainer.api;

import com.google.longrunning.CancelOperationRequest;
import com.google.longrunning.GetOperationRequest;
import com.google.longrunning.ListOperationsRequest;
import com.google.longrunning.ListOperationsResponse;
import com.google.longrunning.OperationsGrpc;
import com.google.longrunning.WaitOperationRequest;
import com.google.protobuf.Empty;
import io.grpc.stub.StreamObserver;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.name.ResourceName;
import io.matinee.trainer.operation.Operation;
import io.matinee.trainer.operation.Operations;
import io.quarkus.grpc.GrpcService;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import java.time.Duration;

/** google.longrunning.Operations over the trainer's imports and training runs. */
@GrpcService
@RunOnVirtualThread
public class OperationsApi extends OperationsGrpc.OperationsImplBase {
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);
  private static final Duration DEFAULT_WAIT = Duration.ofSeconds(20);

  private final Operations operations;
  private final OperationMessages messages;

  @Inject
  OperationsApi(Operations operations, OperationMessages messages) {
    this.operations = operations;
    this.messages = messages;
  }

  @Override
  public void getOperation(
      GetOperationRequest request, StreamObserver<com.google.longrunning.Operation> reply) {
    reply.onNext(messages.of(operations.get(id(request.getName()))));
    reply.onCompleted();
  }

  @Override
  public void listOperations(
      ListOperationsRequest request, StreamObserver<ListOperationsResponse> reply) {
    int size = Page.size(request.getPageSize());
    String before =
        Page.start(request, request.getPageToken()).map(token -> token.text(0)).orElse("");
    Page<Operation> page =
        Page.of(
            operations.list(before, size + 1),
            size,
            request,
            operation -> new Object[] {operation.id()});
    ListOperationsResponse.Builder response =
        ListOperationsResponse.newBuilder().setNextPageToken(page.nextToken());
    page.items().forEach(operation -> response.addOperations(messages.of(operation)));
    reply.onNext(response.build());
    reply.onCompleted();
  }

  @Override
  public void waitOperation(
      WaitOperationRequest request, StreamObserver<com.google.longrunning.Operation> reply) {
    Duration atMost =
        request.hasTimeout()
            ? Duration.ofSeconds(request.getTimeout().getSeconds(), request.getTimeout().getNanos())
            : DEFAULT_WAIT;
    try {
      Operation operation =
          operations.await(
              id(request.getName()), atMost.compareTo(LONGEST_WAIT) < 0 ? atMost : LONGEST_WAIT);
      reply.onNext(messages.of(operation));
      reply.onCompleted();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw MatineeException.of(Reason.SHUTTING_DOWN, "The trainer is stopping; repeat the call.");
    }
  }

  @Override
  public void cancelOperation(CancelOperationRequest request, StreamObserver<Empty> reply) {
    operations.cancel(id(request.getName()));
    reply.onNext(Empty.getDefaultInstance());
    reply.onCompleted();
  }

  private static String id(String name) {
    try {
      return ResourceName.ids(name, OperationMessages.COLLECTION).getFirst();
    } catch (IllegalArgumentException malformed) {
      String problem = String.valueOf(malformed.getMessage());
      throw MatineeException.of(Reason.INVALID_REQUEST, problem).onField("name", problem);
    }
  }
}

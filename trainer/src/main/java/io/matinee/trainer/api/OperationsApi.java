package io.matinee.trainer.api;

import com.google.longrunning.CancelOperationRequest;
import com.google.longrunning.GetOperationRequest;
import com.google.longrunning.ListOperationsRequest;
import com.google.longrunning.ListOperationsResponse;
import com.google.longrunning.OperationsGrpc;
import com.google.longrunning.WaitOperationRequest;
import com.google.protobuf.Empty;
import io.grpc.Context;
import io.grpc.stub.StreamObserver;
import io.matinee.runtime.call.WaitTime;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.paging.Page;
import io.matinee.runtime.paging.PageRoom;
import io.matinee.trainer.name.ResourceName;
import io.matinee.trainer.operation.Operation;
import io.matinee.trainer.operation.Operations;
import io.quarkus.grpc.GrpcService;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;

/** google.longrunning.Operations over the trainer's imports and training runs. */
@GrpcService
@RunOnVirtualThread
public class OperationsApi extends OperationsGrpc.OperationsImplBase {
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
    PageRoom room = PageRoom.of(request.getPageSize());
    String before =
        Page.start(request, request.getPageToken()).map(token -> token.text(0)).orElse("");
    Page<com.google.longrunning.Operation> page =
        Page.of(
            operations.list(before, room.mostItems() + 1),
            room,
            request,
            operation -> new Object[] {operation.id()},
            messages::of);
    reply.onNext(
        ListOperationsResponse.newBuilder()
            .addAllOperations(page.items())
            .setNextPageToken(page.nextToken())
            .build());
    reply.onCompleted();
  }

  @Override
  public void waitOperation(
      WaitOperationRequest request, StreamObserver<com.google.longrunning.Operation> reply) {
    try {
      Operation operation =
          operations.await(
              id(request.getName()), WaitTime.of(request), () -> Context.current().isCancelled());
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

package io.matinee.metrics.api;

import com.google.longrunning.CancelOperationRequest;
import com.google.longrunning.GetOperationRequest;
import com.google.longrunning.ListOperationsRequest;
import com.google.longrunning.ListOperationsResponse;
import com.google.longrunning.Operation;
import com.google.longrunning.OperationsGrpc.OperationsImplBase;
import com.google.longrunning.WaitOperationRequest;
import com.google.protobuf.Empty;
import io.grpc.stub.StreamObserver;
import io.matinee.metrics.operation.EvaluationOperation;
import io.matinee.metrics.operation.EvaluationOperations;
import io.matinee.runtime.call.WaitTime;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.paging.Page;
import io.quarkus.grpc.GrpcService;
import java.util.concurrent.TimeUnit;

/** The running and ended evaluations as long-running operations. */
@GrpcService
public class OperationsApi extends OperationsImplBase {
  private final EvaluationOperations operations;

  OperationsApi(EvaluationOperations operations) {
    this.operations = operations;
  }

  /** Returns an operation. */
  @Override
  public void getOperation(GetOperationRequest request, StreamObserver<Operation> observer) {
    reply(operations.get(OperationMessages.id(request.getName())), observer);
  }

  /** Lists operations, newest first. */
  @Override
  public void listOperations(
      ListOperationsRequest request, StreamObserver<ListOperationsResponse> observer) {
    if (!request.getFilter().isEmpty()) {
      String problem = "is not supported; leave it empty";
      throw MatineeException.of(Reason.INVALID_REQUEST, "filter " + problem)
          .onField("filter", problem);
    }
    Page<Operation> page =
        NewestFirst.page(
            operations.list(),
            EvaluationOperation::id,
            OperationMessages::of,
            request,
            request.getPageSize(),
            request.getPageToken());
    observer.onNext(
        ListOperationsResponse.newBuilder()
            .addAllOperations(page.items())
            .setNextPageToken(page.nextToken())
            .build());
    observer.onCompleted();
  }

  /**
   * Returns an operation when it has ended, or as it is when the timeout passes or the call's
   * deadline comes near first. No thread waits.
   */
  @Override
  public void waitOperation(WaitOperationRequest request, StreamObserver<Operation> observer) {
    EvaluationOperation operation = operations.get(OperationMessages.id(request.getName()));
    var patience = operation.outcome().thenAccept(ended -> {});
    var unused =
        patience
            .completeOnTimeout(null, WaitTime.of(request).toMillis(), TimeUnit.MILLISECONDS)
            .whenComplete((ended, failed) -> reply(operation, observer));
  }

  /** Cancels an operation; it then ends with the code CANCELLED. */
  @Override
  public void cancelOperation(CancelOperationRequest request, StreamObserver<Empty> observer) {
    operations.cancel(OperationMessages.id(request.getName()));
    observer.onNext(Empty.getDefaultInstance());
    observer.onCompleted();
  }

  private static void reply(EvaluationOperation operation, StreamObserver<Operation> observer) {
    observer.onNext(OperationMessages.of(operation));
    observer.onCompleted();
  }
}

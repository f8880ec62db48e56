package io.matinee.runtime.operation.call;

import com.google.longrunning.CancelOperationRequest;
import com.google.longrunning.DeleteOperationRequest;
import com.google.longrunning.GetOperationRequest;
import com.google.longrunning.ListOperationsRequest;
import com.google.longrunning.ListOperationsResponse;
import com.google.longrunning.Operation;
import com.google.longrunning.OperationsGrpc;
import com.google.longrunning.WaitOperationRequest;
import com.google.protobuf.Empty;
import io.grpc.stub.StreamObserver;
import io.matinee.runtime.call.GivenUp;
import io.matinee.runtime.call.WaitTime;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.operation.OperationFilter;
import io.matinee.runtime.operation.Operations;
import io.matinee.runtime.paging.Page;
import io.matinee.runtime.paging.PageRoom;
import io.matinee.runtime.paging.PageToken;
import io.smallrye.common.annotation.RunOnVirtualThread;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * google.longrunning.Operations over the operations of a service, which extends this to be found as
 * one. Calls run on virtual threads, since records are on disks and waits last.
 */
@RunOnVirtualThread
public abstract class OperationService extends OperationsGrpc.OperationsImplBase {
  private final Operations operations;
  private final OperationMessages messages;

  /** Makes the service of a service's operations. */
  protected OperationService(Operations operations, OperationMessages messages) {
    this.operations = operations;
    this.messages = messages;
  }

  /** Returns an operation. */
  @Override
  public void getOperation(GetOperationRequest request, StreamObserver<Operation> reply) {
    reply.onNext(messages.of(operations.get(id(request.getName()))));
    reply.onCompleted();
  }

  /** Lists operations, newest first. */
  @Override
  public void listOperations(
      ListOperationsRequest request, StreamObserver<ListOperationsResponse> reply) {
    operations.names().requireCollection(request.getName());
    List<io.matinee.runtime.operation.Operation> all =
        operations.list(OperationFilter.parse(request.getFilter()));
    Page<Operation> page =
        Page.of(
            Page.start(request, request.getPageToken())
                .map(token -> behind(all, token))
                .orElse(all),
            PageRoom.of(request.getPageSize()),
            request,
            last -> new Object[] {microseconds(last), last.id()},
            messages::of);
    reply.onNext(
        ListOperationsResponse.newBuilder()
            .addAllOperations(page.items())
            .setNextPageToken(page.nextToken())
            .build());
    reply.onCompleted();
  }

  /**
   * Returns an operation when it has ended, or as it is when the timeout passes or the call's
   * deadline comes near first.
   */
  @Override
  public void waitOperation(WaitOperationRequest request, StreamObserver<Operation> reply) {
    try (GivenUp givenUp = GivenUp.ofCall()) {
      reply.onNext(
          messages.of(
              operations.await(id(request.getName()), WaitTime.of(request), givenUp.future())));
      reply.onCompleted();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw MatineeException.of(Reason.SHUTTING_DOWN, "The service is stopping; repeat the call.");
    }
  }

  /** Cancels an operation; it then has ended with the code CANCELLED, unless it ended before. */
  @Override
  public void cancelOperation(CancelOperationRequest request, StreamObserver<Empty> reply) {
    operations.cancel(id(request.getName()));
    reply.onNext(Empty.getDefaultInstance());
    reply.onCompleted();
  }

  /** Forgets an operation that has ended. */
  @Override
  public void deleteOperation(DeleteOperationRequest request, StreamObserver<Empty> reply) {
    operations.delete(id(request.getName()));
    reply.onNext(Empty.getDefaultInstance());
    reply.onCompleted();
  }

  private String id(String name) {
    return operations.names().id(name);
  }

  private static List<io.matinee.runtime.operation.Operation> behind(
      List<io.matinee.runtime.operation.Operation> newestFirst, PageToken token) {
    long time = token.number(0);
    String id = token.text(1);
    return newestFirst.stream()
        .filter(
            operation -> {
              int older = Long.compare(microseconds(operation), time);
              return older < 0 || (older == 0 && operation.id().compareTo(id) < 0);
            })
        .toList();
  }

  private static long microseconds(io.matinee.runtime.operation.Operation operation) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, operation.createTime());
  }
}

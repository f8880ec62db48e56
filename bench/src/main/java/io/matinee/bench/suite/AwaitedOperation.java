package io.matinee.bench.suite;

import com.google.longrunning.GetOperationRequest;
import com.google.longrunning.Operation;
import com.google.longrunning.OperationsGrpc;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.grpc.Channel;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * An operation that has ended well.
 *
 * @param operation the operation
 * @param seconds how long it took, as its caller sees it
 */
public record AwaitedOperation(Operation operation, double seconds) {
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  /**
   * Starts an operation and waits for its end.
   *
   * @param start makes the call that starts it
   * @param look looks at what it does; run some ten times a second
   * @throws IOException when it fails, with its message
   */
  public static AwaitedOperation of(Channel channel, Supplier<Operation> start, Runnable look)
      throws IOException {
    long begin = System.nanoTime();
    Operation operation = start.get();
    GetOperationRequest again =
        GetOperationRequest.newBuilder().setName(operation.getName()).build();
    while (!operation.getDone()) {
      look.run();
      LockSupport.parkNanos(PAUSE_NANOS);
      operation =
          OperationsGrpc.newBlockingStub(channel)
              .withDeadlineAfter(10, TimeUnit.SECONDS)
              .getOperation(again);
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    if (operation.hasError()) {
      throw new IOException(operation.getName() + ": " + operation.getError().getMessage());
    }
    return new AwaitedOperation(operation, seconds);
  }

  /** Returns what the operation answered. */
  public <T extends Message> T response(Class<T> type) throws InvalidProtocolBufferException {
    return operation.getResponse().unpack(type);
  }
}

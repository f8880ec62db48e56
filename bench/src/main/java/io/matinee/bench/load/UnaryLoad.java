package io.matinee.bench.load;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * Calls one unary method of a server on this machine.
 *
 * <p>The closed loop keeps a number of callers busy, each with one call at a time. The open loop
 * sends at a fixed rate whatever comes back, and counts a call's time from when it was due, so that
 * a stall delays all that it should (no coordinated omission). A call that fails ends the run.
 */
public final class UnaryLoad implements AutoCloseable {
  private final ManagedChannel channel;
  private final MethodDescriptor<byte[], byte[]> method;
  private final IntFunction<byte[]> requests;
  private final AtomicLong sent = new AtomicLong();

  /**
   * @param port the server's port on loopback
   * @param method the method, with its messages as bytes
   * @param requests the request of the n-th call
   */
  public UnaryLoad(
      int port, MethodDescriptor<byte[], byte[]> method, IntFunction<byte[]> requests) {
    this(
        NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().directExecutor().build(),
        method,
        requests);
  }

  /**
   * @param channel to the server, which is closed with this
   * @param method the method, with its messages as bytes
   * @param requests the request of the n-th call
   */
  public UnaryLoad(
      ManagedChannel channel,
      MethodDescriptor<byte[], byte[]> method,
      IntFunction<byte[]> requests) {
    this.channel = channel;
    this.method = method;
    this.requests = requests;
  }

  /** Returns a method by its full name, with messages as bytes. */
  public static MethodDescriptor<byte[], byte[]> method(String fullName) {
    return MethodDescriptor.newBuilder(BytesMarshaller.INSTANCE, BytesMarshaller.INSTANCE)
        .setType(MethodDescriptor.MethodType.UNARY)
        .setFullMethodName(fullName)
        .build();
  }

  /** One call's reply. */
  public byte[] callOnce() {
    return ClientCalls.blockingUnaryCall(
        channel, method, CallOptions.DEFAULT.withDeadlineAfter(10, TimeUnit.SECONDS), next());
  }

  /** Completed calls a second with {@code callers} callers over {@code seconds}. */
  public double closedLoop(int callers, double seconds) throws InterruptedException {
    long start = System.nanoTime();
    ClosedLoop loop = new ClosedLoop(callers, start + (long) (seconds * 1e9));
    for (int caller = 0; caller < callers; caller++) {
      loop.call();
    }
    loop.ended.await();
    loop.failures.failIfAny(loop.calls.get());
    return loop.calls.get() / ((System.nanoTime() - start) / 1e9);
  }

  /** Returns the times of calls that are sent at {@code rate} calls a second. */
  public CallTimes openLoop(double rate, double seconds) throws InterruptedException {
    int calls = (int) (rate * seconds);
    long[] nanos = new long[calls];
    CountDownLatch ended = new CountDownLatch(calls);
    Failures failures = new Failures();
    long start = System.nanoTime();
    for (int i = 0; i < calls; i++) {
      long due = start + (long) (i / rate * 1e9);
      for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
        LockSupport.parkNanos(wait);
      }
      int index = i;
      send(
          status -> {
            nanos[index] = System.nanoTime() - due;
            failures.count(status);
            ended.countDown();
          });
    }
    ended.await();
    failures.failIfAny(calls);
    return CallTimes.of(nanos);
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }

  private byte[] next() {
    return requests.apply((int) (sent.getAndIncrement() & Integer.MAX_VALUE));
  }

  private void send(Ended ended) {
    ClientCalls.asyncUnaryCall(
        channel.newCall(method, CallOptions.DEFAULT.withDeadlineAfter(10, TimeUnit.SECONDS)),
        next(),
        new EndObserver(ended));
  }

  private interface Ended {
    void call(Status status);
  }

  /** Calls that failed, by the first of them. */
  private static final class Failures {
    private final AtomicLong count = new AtomicLong();
    private final AtomicReference<Status> first = new AtomicReference<>(Status.OK);

    void count(Status status) {
      if (!status.isOk()) {
        count.incrementAndGet();
        first.compareAndSet(Status.OK, status);
      }
    }

    void failIfAny(long calls) {
      if (count.get() > 0) {
        throw new IllegalStateException(
            count.get() + " of " + calls + " calls failed, first by " + first.get());
      }
    }
  }

  private record EndObserver(Ended ended) implements StreamObserver<byte[]> {
    @Override
    public void onNext(byte[] value) {}

    @Override
    public void onError(Throwable error) {
      ended.call(Status.fromThrowable(error));
    }

    @Override
    public void onCompleted() {
      ended.call(Status.OK);
    }
  }

  private final class ClosedLoop {
    final AtomicLong calls = new AtomicLong();
    final Failures failures = new Failures();
    final CountDownLatch ended;
    final long end;

    ClosedLoop(int callers, long end) {
      this.ended = new CountDownLatch(callers);
      this.end = end;
    }

    void call() {
      send(
          status -> {
            calls.incrementAndGet();
            failures.count(status);
            if (System.nanoTime() < end) {
              call();
            } else {
              ended.countDown();
            }
          });
    }
  }
}

package io.matinee.bench.load;

import com.google.rpc.RetryInfo;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import io.matinee.runtime.error.ErrorStatus;
import io.matinee.runtime.time.Times;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;

/**
 * More callers than a service needs to be busy, each with one call at a time, spread over
 * connections. A caller that is turned away and told when to come again does so then; any other
 * failure counts as one.
 */
public final class Crowd implements AutoCloseable {
  private static final int CALLERS_A_CONNECTION = 50;

  private final MethodDescriptor<byte[], byte[]> method;
  private final IntFunction<byte[]> requests;
  private final List<ManagedChannel> channels = new ArrayList<>();
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final Queue<Long> admitted = new ConcurrentLinkedQueue<>();
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();

  /**
   * Prepares callers.
   *
   * @param port the server's port on loopback
   * @param callers how many
   * @param method the method, with its messages as bytes
   * @param requests the request of the n-th call
   */
  public Crowd(
      int port,
      int callers,
      MethodDescriptor<byte[], byte[]> method,
      IntFunction<byte[]> requests) {
    this.method = method;
    this.requests = requests;
    for (int caller = 0; caller < callers; caller += CALLERS_A_CONNECTION) {
      channels.add(
          NettyChannelBuilder.forAddress("127.0.0.1", port)
              .usePlaintext()
              .directExecutor()
              .build());
    }
  }

  /** Calls for so many seconds; returns the times of the calls that were answered. */
  public CallTimes call(double seconds) throws InterruptedException {
    admitted.clear();
    refused.set(0);
    failed.set(0);
    int callers = channels.size() * CALLERS_A_CONNECTION;
    CountDownLatch ended = new CountDownLatch(callers);
    long end = System.nanoTime() + (long) (seconds * 1e9);
    for (int caller = 0; caller < callers; caller++) {
      new Caller(channels.get(caller % channels.size()), end, ended).call();
    }
    ended.await();
    return CallTimes.of(admitted.stream().mapToLong(Long::longValue).toArray());
  }

  /** Returns how many calls of the last run were answered. */
  public long admitted() {
    return admitted.size();
  }

  /** Returns how many calls of the last run were turned away and told when to come again. */
  public long refused() {
    return refused.get();
  }

  /** Returns how many calls of the last run failed otherwise. */
  public long failed() {
    return failed.get();
  }

  @Override
  public void close() {
    channels.forEach(ManagedChannel::shutdownNow);
    timer.shutdownNow();
  }

  private final class Caller {
    private final ManagedChannel channel;
    private final long end;
    private final CountDownLatch ended;

    Caller(ManagedChannel channel, long end, CountDownLatch ended) {
      this.channel = channel;
      this.end = end;
      this.ended = ended;
    }

    void call() {
      ClientCalls.asyncUnaryCall(
          channel.newCall(method, CallOptions.DEFAULT),
          requests.apply((int) (sent.getAndIncrement() & Integer.MAX_VALUE)),
          new Answer(this, System.nanoTime()));
    }

    void answered(long nanos) {
      admitted.add(nanos);
      callAgain(Duration.ZERO);
    }

    void failed(Throwable failure) {
      Optional<RetryInfo> toldToWait = ErrorStatus.retryInfo(failure);
      (toldToWait.isPresent() ? refused : failed).incrementAndGet();
      callAgain(
          toldToWait.map(RetryInfo::getRetryDelay).map(Times::duration).orElse(Duration.ZERO));
    }

    private void callAgain(Duration wait) {
      if (System.nanoTime() >= end) {
        ended.countDown();
      } else if (wait.isPositive()) {
        timer.schedule(this::call, wait.toMillis(), TimeUnit.MILLISECONDS);
      } else {
        call();
      }
    }
  }

  private record Answer(Crowd.Caller caller, long start) implements StreamObserver<byte[]> {
    @Override
    public void onNext(byte[] value) {}

    @Override
    public void onError(Throwable failure) {
      caller.failed(failure);
    }

    @Override
    public void onCompleted() {
      caller.answered(System.nanoTime() - start);
    }
  }
}

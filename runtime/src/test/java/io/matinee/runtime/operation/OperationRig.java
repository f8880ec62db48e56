package io.matinee.runtime.operation;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Operations over records in memory, by a clock that the test sets. */
final class OperationRig implements AutoCloseable {
  static final OperationKind TRAIN = new OperationKind("train", false);
  static final int QUEUE = 2;
  static final int WAITERS = 3;
  static final int KEPT = 4;
  static final Duration KEPT_FOR = Duration.ofDays(1);
  private static final CompletableFuture<Object> NEVER = new CompletableFuture<>();

  final MemoryRecords records;
  final AtomicInteger bugs = new AtomicInteger();
  final AtomicReference<Instant> time = new AtomicReference<>(Instant.ofEpochSecond(7));
  final Operations operations;
  final OperationQueue queue;

  OperationRig() {
    this(new MemoryRecords(), TRAIN);
  }

  OperationRig(MemoryRecords records, OperationKind kind) {
    this.records = records;
    Clock clock = InstantSource.system().withZone(ZoneOffset.UTC);
    this.operations =
        new Operations(
            OperationNames.ofService("trainer"),
            records,
            new FailureReading(failure -> Optional.empty(), bugs::incrementAndGet),
            new Limits(),
            new SetClock(time, clock));
    this.queue = operations.queue(kind);
  }

  @Override
  public void close() {
    operations.close();
  }

  String begin(Work work) {
    return begin(Optional.empty(), work).operation().id();
  }

  /** Begins work, a second after whatever began before. */
  Begun begin(Optional<RequestKey> request, Work work) {
    time.updateAndGet(now -> now.plusSeconds(1));
    Submission submission =
        new Submission("train-" + UUID.randomUUID(), "models/m", request, "queued");
    return queue.begin(submission, work);
  }

  /** Begins work that goes on until it is stopped; returns once it has begun. */
  String beginEndless() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    String id = begin(endless(begun));
    begun.await();
    return id;
  }

  static Work endless(CountDownLatch begun) {
    return assignment -> {
      CountDownLatch stopped = new CountDownLatch(1);
      assignment.onStop(stopped::countDown);
      begun.countDown();
      stopped.await();
      assignment.requireActive();
    };
  }

  Operation ended(String id) {
    try {
      return operations.await(id, Duration.ofDays(1), NEVER);
    } catch (InterruptedException stopping) {
      throw new IllegalStateException(stopping);
    }
  }

  Reason reason(String id) {
    return ended(id).failure().orElseThrow().reason();
  }

  static void assertRefused(Reason reason, ThrowingCallable call) {
    assertThatExceptionOfType(MatineeException.class)
        .isThrownBy(call)
        .returns(reason, MatineeException::reason);
  }

  private record Limits() implements OperationConfiguration {
    @Override
    public int queueLimit() {
      return QUEUE;
    }

    @Override
    public int waiters() {
      return WAITERS;
    }

    @Override
    public int kept() {
      return KEPT;
    }

    @Override
    public MemorySize keptResults() {
      return new MemorySize(BigInteger.valueOf(1 << 20));
    }

    @Override
    public Duration keptFor() {
      return KEPT_FOR;
    }
  }

  private static final class SetClock extends Clock {
    private final AtomicReference<Instant> time;
    private final Clock zone;

    private SetClock(AtomicReference<Instant> time, Clock zone) {
      this.time = time;
      this.zone = zone;
    }

    @Override
    public java.time.ZoneId getZone() {
      return zone.getZone();
    }

    @Override
    public Clock withZone(java.time.ZoneId other) {
      return new SetClock(time, zone.withZone(other));
    }

    @Override
    public Instant instant() {
      return Objects.requireNonNull(time.get());
    }
  }

  /** Returns work that throws. */
  static Work failing(Throwable thrown) {
    return assignment -> {
      switch (thrown) {
        case Exception exception -> throw exception;
        case Error error -> throw error;
        default -> OperationRig.<RuntimeException>sneak(thrown);
      }
    };
  }

  @SuppressWarnings("unchecked")
  private static <X extends Throwable> void sneak(Throwable thrown) throws X {
    throw (X) thrown;
  }
}

package io.matinee.runtime.following;

import io.grpc.stub.StreamObserver;
import io.matinee.proto.model.v1.ReaderStatus;
import io.matinee.proto.trainer.v1.ReportReaderResponse;
import io.matinee.runtime.liveness.OwnedScheduler;
import io.matinee.runtime.time.Times;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells the registry what the process has loaded: after each change of an alias that it listens to,
 * and again when a third of the lease is over. One report is under way at a time, so that what the
 * registry hears last is the newest. All state belongs to one thread, the scheduler's.
 */
final class ReaderReports implements FollowingListener, AutoCloseable {
  private static final Logger LOG = Logger.getLogger(ReaderReports.class);
  private static final Duration UNANSWERED = Duration.ofSeconds(10);

  private final RegistryClient registry;
  private final String readerId;
  private final Supplier<ReaderStatus> status;
  private final BooleanSupplier heard;
  private final OwnedScheduler scheduler = new OwnedScheduler("reader-reports", this::beginAnew);
  private @Nullable ScheduledFuture<?> renewal;
  private boolean underWay;
  private boolean outdated;

  /**
   * Makes the reports of a reader.
   *
   * @param readerId unique for a process
   * @param status what it has loaded
   * @param heard whether the registry is heard at present, of one alias at least
   */
  ReaderReports(
      RegistryClient registry,
      String readerId,
      Supplier<ReaderStatus> status,
      BooleanSupplier heard) {
    this.registry = registry;
    this.readerId = readerId;
    this.status = status;
    this.heard = heard;
  }

  @Override
  public void changed(FollowingStatus change) {
    scheduler.execute(this::report);
  }

  /** Has something run on the thread that reports, as soon as it comes to it. */
  void whenReporting(Runnable task) {
    scheduler.execute(task);
  }

  /** Reports no more. */
  @Override
  public void close() {
    scheduler.shutdownNow();
  }

  /** Nothing while the registry is away: it is told once it is heard again. */
  private void report() {
    if (underWay) {
      outdated = true;
    } else if (heard.getAsBoolean()) {
      underWay = true;
      registry.report(readerId, status.get(), new Answer());
    } else {
      renewIn(UNANSWERED);
    }
  }

  private void answered(Duration next) {
    underWay = false;
    renewIn(next);
    if (outdated) {
      outdated = false;
      report();
    }
  }

  private void beginAnew() {
    answered(UNANSWERED);
  }

  private void renewIn(Duration wait) {
    if (renewal != null) {
      renewal.cancel(false);
    }
    renewal = scheduler.schedule(this::report, wait.toNanos(), TimeUnit.NANOSECONDS);
  }

  private final class Answer implements StreamObserver<ReportReaderResponse> {
    @Override
    public void onNext(ReportReaderResponse response) {
      Duration lease = Times.duration(response.getLeaseDuration());
      Duration wait = lease.isPositive() ? lease.dividedBy(3) : UNANSWERED;
      scheduler.execute(() -> answered(wait));
    }

    @Override
    public void onError(Throwable failure) {
      LOG.debugf(failure, "report was not taken");
      scheduler.execute(() -> answered(UNANSWERED));
    }

    @Override
    public void onCompleted() {
      // The answer came before.
    }
  }
}

package io.matinee.runtime.liveness;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OwnedThreadsTest {
  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
  private Thread.@Nullable UncaughtExceptionHandler before;

  @BeforeEach
  void listen() {
    before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, failure) -> told.add(thread.getName() + ": " + failure.getMessage()));
  }

  @AfterEach
  void restore() {
    Thread.setDefaultUncaughtExceptionHandler(before);
  }

  @Test
  void aFailedStepIsToldAndItsOwnerBeginsAnew() throws Exception {
    CountDownLatch begun = new CountDownLatch(2);
    try (OwnedScheduler scheduler = new OwnedScheduler("watch", begun::countDown)) {
      scheduler.execute(() -> fail("executed"));
      var unused = scheduler.schedule(() -> fail("scheduled"), 1, TimeUnit.NANOSECONDS);
      assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(List.of(next(), next()))
          .containsExactlyInAnyOrder("watch: executed", "watch: scheduled");
    }
  }

  @Test
  void aPeriodicTaskGoesOnAfterItFailed() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    try (OwnedScheduler scheduler = new OwnedScheduler("beat")) {
      scheduler.every(Duration.ofNanos(1), () -> fail("run " + runs.incrementAndGet()));
      assertThat(List.of(next(), next())).containsExactly("beat: run 1", "beat: run 2");
      scheduler.shutdownNow();
    }
  }

  @Test
  void anEssentialThreadBeginsItsWorkAnewAndGivesUpInTheEnd() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    Thread thread =
        EssentialThread.start(
            "writer", () -> fail("run " + runs.incrementAndGet()), Duration.ofNanos(1));
    for (int run = 1; run < 10; run++) {
      assertThat(next()).isEqualTo("writer: run " + run);
    }
    assertThat(next()).isEqualTo("writer: it failed again and again");
    thread.join();
    assertThat(runs).hasValue(10);
  }

  @Test
  void anErrorEndsTheProcessAndAnExceptionDoesNot() {
    AtomicInteger ends = new AtomicInteger();
    UncaughtFailures failures =
        new UncaughtFailures(new PrometheusRegistry(), ends::incrementAndGet);
    failures.uncaughtException(Thread.currentThread(), new IllegalStateException("a bug"));
    assertThat(ends).hasValue(0);
    failures.uncaughtException(Thread.currentThread(), new StackOverflowError());
    assertThat(ends).hasValue(1);
  }

  private String next() throws InterruptedException {
    return String.valueOf(told.poll(30, TimeUnit.SECONDS));
  }

  private static void fail(String why) {
    throw new IllegalStateException(why);
  }
}

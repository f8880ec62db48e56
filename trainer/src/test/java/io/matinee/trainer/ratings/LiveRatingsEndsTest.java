package io.matinee.trainer.ratings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What callers hear when the log closes, and when its writer dies. */
class LiveRatingsEndsTest extends OpenedRatings {

  @Test
  void writesWhatIsWaitingBeforeItCloses() {
    try (Database database = open()) {
      LiveRatings ratings = new LiveRatings(database, Clock.systemUTC());
      List<CompletableFuture<Long>> waiting =
          IntStream.range(0, 100).mapToObj(i -> ratings.record(batch("r" + i))).toList();
      ratings.close();
      assertThat(waiting).allSatisfy(revision -> assertThat(revision).isCompleted());
      assertThatThrownBy(() -> ratings.record(batch("late"))).isInstanceOf(MatineeException.class);
    }
  }

  @Test
  void completesEveryFutureWheneverItCloses() {
    try (Database database = open()) {
      for (int round = 0; round < 20; round++) {
        LiveRatings ratings = new LiveRatings(database, Clock.systemUTC());
        CyclicBarrier together = new CyclicBarrier(5);
        List<CompletableFuture<List<CompletableFuture<Long>>>> callers =
            IntStream.range(0, 4)
                .mapToObj(
                    caller ->
                        CompletableFuture.supplyAsync(() -> recordUntilClosed(ratings, together)))
                .toList();
        meet(together);
        for (int batch = 0; batch < round; batch++) {
          ratings.record(batch(UUID.randomUUID().toString())).join();
        }
        ratings.close();
        assertThat(callers.stream().flatMap(caller -> caller.join().stream()))
            .as("round %d", round)
            .allMatch(CompletableFuture::isDone);
      }
    }
  }

  @Test
  void completesEveryFutureWhenItsWriterDies() {
    assertThat(recordedUntilTheWriterDies(0, List.of(batches(0, 10_000))))
        .allMatch(CompletableFuture::isCompletedExceptionally);
  }

  @Test
  void completesEveryFutureWhenItsWriterDiesAmongBatchesThatItCommitsAlone() {
    List<RatingBatch> bad = List.of(batch("bad", Instant.MAX));

    assertThat(recordedUntilTheWriterDies(150, List.of(batches(0, 50), bad, batches(50, 150))))
        .allMatch(CompletableFuture::isDone)
        .anyMatch(kept -> !kept.isCompletedExceptionally());
  }

  /** Records batches that wait together; the writer dies after so many times that it asks for. */
  private List<CompletableFuture<Long>> recordedUntilTheWriterDies(
      int times, List<List<RatingBatch>> batches) {
    Thread.UncaughtExceptionHandler ending = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((writer, insteadOfEndingTheProcess) -> {});
    try (Database database = open();
        LiveRatings ratings = new LiveRatings(database, new DyingClock(times))) {
      List<CompletableFuture<Long>> waiting = new ArrayList<>();
      together(
          database,
          () -> batches.forEach(some -> some.forEach(one -> waiting.add(ratings.record(one)))));
      assertThat(CompletableFuture.allOf(waiting.toArray(CompletableFuture[]::new)))
          .failsWithin(Duration.ofMinutes(1));
      assertThatThrownBy(() -> ratings.record(batch("late")))
          .isInstanceOfSatisfying(
              MatineeException.class,
              late -> assertThat(late.reason()).isEqualTo(Reason.SHUTTING_DOWN));
      return waiting;
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(ending);
    }
  }

  /** Records until it is told that the log is closed; returns what it was given. */
  private static List<CompletableFuture<Long>> recordUntilClosed(
      LiveRatings ratings, CyclicBarrier together) {
    meet(together);
    List<CompletableFuture<Long>> given = new ArrayList<>();
    try {
      while (true) {
        for (int beside = 0; beside < 10; beside++) {
          given.add(ratings.record(batch(UUID.randomUUID().toString())));
        }
        given.getLast().exceptionally(closing -> 0L).join();
      }
    } catch (MatineeException refused) {
      assertThat(refused.reason()).isEqualTo(Reason.SHUTTING_DOWN);
      return given;
    }
  }

  private static void meet(CyclicBarrier together) {
    try {
      together.await();
    } catch (Exception broken) {
      throw new AssertionError(broken);
    }
  }

  /** A clock in which a bug lies that ends whoever asks it once too often. */
  private static final class DyingClock extends Clock {
    private final AtomicInteger left;

    DyingClock(int times) {
      left = new AtomicInteger(times);
    }

    @Override
    public Instant instant() {
      if (left.getAndDecrement() <= 0) {
        throw new AssertionError("a bug that ends the writer");
      }
      return Instant.EPOCH;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}

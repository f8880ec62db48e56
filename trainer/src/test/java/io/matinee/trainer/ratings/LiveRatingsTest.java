package io.matinee.trainer.ratings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.dataset.version.Datasets;
import io.matinee.trainer.name.DatasetName;
import io.matinee.trainer.store.Database;
import io.matinee.trainer.store.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveRatingsTest {
  private static final int ACKNOWLEDGED = 200;

  @TempDir Path folder;

  TestDatabase database() {
    return TestDatabase.SQLITE;
  }

  @Test
  void givesEveryRequestTheNextRevisionAndARepeatedOneItsOwn() {
    try (Database database = open();
        LiveRatings ratings = new LiveRatings(database, Clock.systemUTC())) {
      List<CompletableFuture<Long>> waiting =
          IntStream.range(0, 500).mapToObj(i -> ratings.record(batch("r" + i))).toList();
      List<Long> revisions = waiting.stream().map(CompletableFuture::join).toList();
      assertThat(revisions).isSorted().doesNotHaveDuplicates().startsWith(1L).endsWith(500L);
      assertThat(ratings.record(batch("r17")).join()).isEqualTo(revisions.get(17));
      assertThat(ratings.record(batch("new")).join()).isEqualTo(501);
    }
  }

  @Test
  void refusesAnotherBatchUnderAnIdThatWasUsed() {
    try (Database database = open();
        LiveRatings ratings = new LiveRatings(database, Clock.systemUTC())) {
      long revision = ratings.record(batch("r")).join();
      List<CompletableFuture<Long>> beside = new ArrayList<>();
      List<CompletableFuture<Long>> other = new ArrayList<>();
      together(
          database,
          () -> {
            beside.add(ratings.record(batch("r")));
            other.add(ratings.record(batch("r", "another", Instant.EPOCH)));
            beside.add(ratings.record(batch("s")));
          });
      assertThat(beside.stream().map(CompletableFuture::join))
          .containsExactly(revision, revision + 1);
      assertThat(other.getFirst()).failsWithin(Duration.ofMinutes(1));
      assertThat(other.getFirst().exceptionNow())
          .isInstanceOfSatisfying(
              MatineeException.class,
              used -> {
                assertThat(used.reason()).isEqualTo(Reason.REQUEST_ID_REUSED);
                assertThat(used.field().orElseThrow().field()).isEqualTo("request_id");
              });
    }
  }

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
  void tellsOnlyTheCallerOfABatchThatCannotBeKept() throws Exception {
    try (Database database = open();
        LiveRatings ratings = new LiveRatings(database, Clock.systemUTC())) {
      List<CompletableFuture<Long>> good = new ArrayList<>();
      List<CompletableFuture<Long>> bad = new ArrayList<>();
      together(
          database,
          () -> {
            for (int i = 0; i < 20; i++) {
              good.add(ratings.record(batch("good" + i)));
              bad.add(ratings.record(batch("bad" + i, Instant.MAX)));
            }
          });
      assertThat(good).allSatisfy(kept -> assertThat(kept).succeedsWithin(Duration.ofMinutes(1)));
      assertThat(bad)
          .allSatisfy(
              refused ->
                  assertThat(refused)
                      .failsWithin(Duration.ofMinutes(1))
                      .withThrowableOfType(ExecutionException.class));
      assertThat(good.stream().map(CompletableFuture::join))
          .containsExactlyElementsOf(LongStream.rangeClosed(1, 20).boxed().toList());
    }
  }

  @Test
  void keepsWhatItAcknowledgedAndNothingElseWhenAnotherTrainerTakesOver() {
    try (Database database = open();
        LiveRatings ratings = new LiveRatings(database, Clock.systemUTC())) {
      List<CompletableFuture<Long>> waiting =
          IntStream.range(0, 2_000).mapToObj(i -> ratings.record(batch("r" + i))).toList();
      waiting.getFirst().join();
      try (Database taken = database().open(folder, () -> {})) {
        long recorded = recordedBatches(taken);
        assertThatThrownBy(() -> ratings.record(batch("late")).join())
            .hasCauseInstanceOf(MatineeException.class);
        assertThat(recordedBatches(taken)).isEqualTo(recorded);
        assertThat(waiting.stream().filter(batch -> !batch.isCompletedExceptionally()).count())
            .isBetween(1L, recorded);
      }
    }
  }

  @Test
  void tellsEveryCallerThatTheDiskIsFull() throws Exception {
    assumeThat(database()).as("whose size can be bounded").isEqualTo(TestDatabase.SQLITE);
    try (Database database = open();
        LiveRatings ratings = new LiveRatings(database, Clock.systemUTC())) {
      long pages =
          database.read(handle -> handle.createQuery("PRAGMA page_count").mapTo(Long.class).one());
      database.write(handle -> handle.execute("PRAGMA max_page_count = " + pages));
      List<CompletableFuture<Long>> waiting = new ArrayList<>();
      together(
          database,
          () ->
              IntStream.range(0, 2_000).forEach(i -> waiting.add(ratings.record(batch("r" + i)))));
      CompletableFuture<Long> last = waiting.getLast();
      assertThat(last).failsWithin(Duration.ofMinutes(1));
      assertThat(last.exceptionNow())
          .isInstanceOfSatisfying(
              MatineeException.class,
              full -> assertThat(full.reason()).isEqualTo(Reason.STORAGE_FULL));
    }
  }

  @Test
  void refusesWhatIsTooMuchToWait() throws Exception {
    String longest = "x".repeat(256);
    List<LiveRating> ratings =
        Collections.nCopies(1_000, new LiveRating(longest, longest, 4f, Instant.EPOCH));
    RatingBatch batch = new RatingBatch("d", "r", "", ratings);
    WaitingBatches queue = new WaitingBatches(10_000, 2 * batch.bytes());
    queue.add(batch);
    queue.add(batch);
    assertFull(queue, batch);
    assertThat(queue.take(10_000, batch.bytes())).hasSize(1);
    queue.add(batch);
    queue.close();
    assertThat(queue.take(10_000, 10 * batch.bytes())).hasSize(2);
    assertThat(queue.take(10_000, 10 * batch.bytes())).isEmpty();
  }

  @Test
  void countsRatingsAndNotBatches() throws Exception {
    LiveRating rating = new LiveRating("u", "m", 4f, Instant.EPOCH);
    RatingBatch large = new RatingBatch("d", "r", "", Collections.nCopies(1_000, rating));
    RatingBatch small = new RatingBatch("d", "s", "", List.of(rating));
    WaitingBatches queue = new WaitingBatches(2_001, Long.MAX_VALUE);
    queue.add(large);
    queue.add(large);
    assertFull(queue, large);
    queue.add(small);
    assertFull(queue, small);
    assertThat(queue.take(1_500, Long.MAX_VALUE)).as("no more than fit").hasSize(1);
    queue.add(large);
    assertThat(queue.take(1, Long.MAX_VALUE)).as("one at least").hasSize(1);
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

  @Test
  @Tag("process")
  void losesNothingAcknowledgedWhenTheProcessIsKilled() throws Exception {
    open().close();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                RecordingProcess.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Map<String, Long> acknowledged = killAfter(process, ACKNOWLEDGED);
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ACKNOWLEDGED);
    try (Database database = database().open(folder, () -> {});
        LiveRatings ratings = new LiveRatings(database, Clock.systemUTC())) {
      acknowledged.forEach(
          (request, revision) ->
              assertThat(ratings.ofUser(RecordingProcess.DATASET, request, Long.MAX_VALUE, 0, 100))
                  .hasSize(RecordingProcess.BATCH)
                  .allMatch(rating -> rating.revision() == revision));
      assertThat(tornBatches(database)).isZero();
    }
  }

  private static Map<String, Long> killAfter(Process process, int lines) throws IOException {
    Map<String, Long> acknowledged = new HashMap<>();
    try (BufferedReader reader = process.inputReader()) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] words = line.split(" ", -1);
        acknowledged.put(words[0], Long.valueOf(words[1]));
        if (acknowledged.size() == lines) {
          process.toHandle().destroyForcibly();
        }
      }
    }
    return acknowledged;
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

  private static void assertFull(WaitingBatches queue, RatingBatch batch) {
    assertThatThrownBy(() -> queue.add(batch))
        .isInstanceOfSatisfying(
            MatineeException.class,
            full -> {
              assertThat(full.reason()).isEqualTo(Reason.QUEUE_FULL);
              assertThat(full.retryDelay()).isPresent();
            });
  }

  private static long recordedBatches(Database database) {
    return database.read(
        handle ->
            handle.createQuery("SELECT count(*) FROM rating_request").mapTo(Long.class).one());
  }

  private static int tornBatches(Database database) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT count(*) FROM rating_request WHERE (SELECT count(*) FROM live_rating"
                        + " WHERE live_rating.revision = rating_request.revision) <> :size")
                .bind("size", RecordingProcess.BATCH)
                .mapTo(Integer.class)
                .one());
  }

  /** Keeps the writer from committing meanwhile, so that what is recorded waits together. */
  private static void together(Database database, Runnable recording) {
    database.write(
        handle -> {
          recording.run();
          return null;
        });
  }

  private Database open() {
    Database database = database().open(folder, () -> {});
    new Datasets(database, Clock.systemUTC())
        .create(new DatasetName(RecordingProcess.DATASET), "MovieLens");
    return database;
  }

  private static List<RatingBatch> batches(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> batch("r" + i)).toList();
  }

  private static RatingBatch batch(String request) {
    return batch(request, Instant.EPOCH);
  }

  private static RatingBatch batch(String request, Instant time) {
    return batch(request, "of " + request, time);
  }

  private static RatingBatch batch(String request, String content, Instant time) {
    return new RatingBatch(
        RecordingProcess.DATASET,
        request,
        content,
        List.of(new LiveRating("u", "m" + request, 4f, time)));
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

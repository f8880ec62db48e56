package io.matinee.trainer.ratings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.operation.Operations;
import io.matinee.trainer.dataset.version.DatasetDeletion;
import io.matinee.trainer.dataset.version.Datasets;
import io.matinee.trainer.name.DatasetName;
import io.matinee.trainer.operation.TestOperations;
import io.matinee.trainer.store.Database;
import io.matinee.trainer.store.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is written for whom. */
class LiveRatingsTest extends OpenedRatings {

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
  void givesNoRevisionAgainOfADataSetThatIsDeleted() {
    DatasetName name = new DatasetName(RecordingProcess.DATASET);
    try (Database database = open();
        LiveRatings ratings = new LiveRatings(database, Clock.systemUTC());
        Operations operations = TestOperations.open(database)) {
      Datasets datasets = new Datasets(database, Clock.systemUTC());
      assertThat(ratings.record(batch("first")).join()).isEqualTo(1);

      new DatasetDeletion(database, datasets, operations).delete(name, true);
      datasets.create(name, "MovieLens");

      assertThat(ratings.record(batch("second")).join()).isEqualTo(2);
    }
  }

  @Test
  void saysThatTheDataSetOfABatchIsGone() {
    try (Database database = open();
        LiveRatings ratings = new LiveRatings(database, Clock.systemUTC());
        Operations operations = TestOperations.open(database)) {
      Datasets datasets = new Datasets(database, Clock.systemUTC());
      new DatasetDeletion(database, datasets, operations)
          .delete(new DatasetName(RecordingProcess.DATASET), false);

      CompletableFuture<Long> late = ratings.record(batch("late"));

      assertThat(late).failsWithin(Duration.ofMinutes(1));
      assertThat(late.exceptionNow())
          .isInstanceOfSatisfying(
              MatineeException.class,
              gone -> assertThat(gone.reason()).isEqualTo(Reason.DATASET_NOT_FOUND));
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

  private static long recordedBatches(Database database) {
    return database.read(
        handle ->
            handle.createQuery("SELECT count(*) FROM rating_request").mapTo(Long.class).one());
  }
}

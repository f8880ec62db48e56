package io.matinee.trainer.ratings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matinee.runtime.error.MatineeException;
import io.matinee.trainer.dataset.Datasets;
import io.matinee.trainer.name.DatasetName;
import io.matinee.trainer.store.Database;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveRatingsTest {
  private static final int ACKNOWLEDGED = 200;

  @TempDir Path folder;

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
                folder.resolve("matinee.db").toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Map<String, Long> acknowledged = killAfter(process, ACKNOWLEDGED);
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ACKNOWLEDGED);
    try (Database database = Database.open(folder.resolve("matinee.db"));
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

  private Database open() {
    Database database = Database.open(folder.resolve("matinee.db"));
    new Datasets(database, Clock.systemUTC())
        .create(new DatasetName(RecordingProcess.DATASET), "MovieLens");
    return database;
  }

  private static RatingBatch batch(String request) {
    return new RatingBatch(
        RecordingProcess.DATASET,
        request,
        List.of(new LiveRating("u", "m" + request, 4f, Instant.EPOCH)));
  }
}

package io.matinee.trainer.ratings;

import io.matinee.model.ratings.EventKind;
import io.matinee.trainer.dataset.version.Datasets;
import io.matinee.trainer.name.DatasetName;
import io.matinee.trainer.store.Database;
import io.matinee.trainer.store.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;

/** A data set to rate in, on a database of the test's own. */
abstract class OpenedRatings {
  @TempDir Path folder;

  TestDatabase database() {
    return TestDatabase.SQLITE;
  }

  /** Keeps the writer from committing meanwhile, so that what is recorded waits together. */
  static void together(Database database, Runnable recording) {
    database.write(
        handle -> {
          recording.run();
          return null;
        });
  }

  Database open() {
    Database database = database().open(folder, () -> {});
    new Datasets(database, Clock.systemUTC())
        .create(new DatasetName(RecordingProcess.DATASET), "MovieLens");
    return database;
  }

  static List<RatingBatch> batches(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> batch("r" + i)).toList();
  }

  static RatingBatch batch(String request) {
    return batch(request, Instant.EPOCH);
  }

  static RatingBatch batch(String request, Instant time) {
    return batch(request, "of " + request, time);
  }

  static RatingBatch batch(String request, String content, Instant time) {
    return new RatingBatch(
        RecordingProcess.DATASET,
        request,
        content,
        List.of(new LiveRating("u", "m" + request, EventKind.RATING, 4f, time)));
  }
}

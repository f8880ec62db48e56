package io.matinee.trainer.ratings;

import io.matinee.model.ratings.EventKind;
import io.matinee.trainer.store.Database;
import io.matinee.trainer.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Records ratings until it is killed, from several callers, and prints the request id and the
 * revision of each batch once it is acknowledged.
 */
final class RecordingProcess {
  static final String DATASET = "movielens";
  static final int BATCH = 20;
  private static final int CALLERS = 8;

  private RecordingProcess() {}

  /** Starts; the argument is the home. */
  public static void main(String[] arguments) throws IOException {
    Database database = TestDatabase.openExisting(Path.of(arguments[0]), () -> {});
    LiveRatings ratings = new LiveRatings(database, Clock.systemUTC());
    IntStream.range(0, CALLERS)
        .forEach(caller -> Thread.ofPlatform().start(() -> record(ratings, caller)));
  }

  private static void record(LiveRatings ratings, int caller) {
    for (int i = 0; ; i++) {
      String request = caller + "-" + i;
      List<LiveRating> batch =
          IntStream.range(0, BATCH)
              .mapToObj(
                  movie ->
                      new LiveRating(request, "m" + movie, EventKind.RATING, 4f, Instant.EPOCH))
              .toList();
      long revision = ratings.record(new RatingBatch(DATASET, request, "", batch)).join();
      acknowledge(request + " " + revision);
    }
  }

  private static synchronized void acknowledge(String line) {
    System.out.println(line);
    System.out.flush();
  }
}

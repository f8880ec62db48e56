package io.matinee.trainer.ratings;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.trainer.store.Database;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is left of a process that recorded until it was killed. */
@Tag("process")
class KilledRatingsTest extends OpenedRatings {
  private static final int ACKNOWLEDGED = 200;

  @Test
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
}

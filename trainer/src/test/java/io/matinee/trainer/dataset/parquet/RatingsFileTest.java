package io.matinee.trainer.dataset.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.trainer.query.QueryEngine;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatingsFileTest {
  private static final int IDS = 300;
  private static final int GROUPS = 3;
  private static final int ROWS = 1_000;

  @TempDir Path folder;

  /**
   * With few and with many different ratings, all, some or none of them and of the times absent.
   */
  @ParameterizedTest
  @CsvSource({
    "1, 0, true",
    "10, 0, true",
    "64, 0, true",
    "65, 0, true",
    "300, 0, false",
    "10, .3, true",
    "300, .3, true",
    "10, 1, false"
  })
  void anEngineReadsWhatWasWritten(int different, double absent, boolean wholeNumbers)
      throws Exception {
    SplittableRandom random = new SplittableRandom(different);
    Path file = folder.resolve("ratings.parquet");
    List<String> written = new ArrayList<>();
    float greatest = Float.NEGATIVE_INFINITY;
    try (RatingsFile ratings = new RatingsFile(file, wholeNumbers)) {
      RatingColumns columns = new RatingColumns();
      for (int group = 0; group < GROUPS; group++) {
        columns.clear();
        for (int row = 0; row < ROWS; row++) {
          int user = random.nextInt(IDS * (group + 1) / GROUPS);
          int movie = random.nextInt(IDS);
          boolean rated = random.nextDouble() >= absent;
          boolean timed = random.nextDouble() >= absent;
          float rating = (random.nextInt(different) - different / 2) / 2f;
          long time = random.nextLong(1L << random.nextInt(1, 40));
          columns.add(
              user, movie, rated ? rating : Float.NaN, timed ? time : RatingColumns.NO_TIME);
          written.add(
              id(user)
                  + " "
                  + id(movie)
                  + " "
                  + (rated ? rating : null)
                  + " "
                  + (timed ? Long.toString(time) : null));
          greatest = rated ? Math.max(greatest, rating) : greatest;
        }
        ratings.write(columns, texts(), texts());
      }
    }
    try (QueryEngine engine = QueryEngine.open(folder, 256)) {
      assertThat(read(engine, file)).isEqualTo(written);
      String atTheGreatest =
          "SELECT count(*) FROM %s WHERE rating >= %s"
              .formatted(QueryEngine.parquet(file), greatest);
      if (absent < 1) {
        assertThat(engine.number(atTheGreatest)).isPositive();
      }
    }
  }

  private static List<String> read(QueryEngine engine, Path file) throws SQLException {
    return engine.query(
        "SELECT * FROM " + QueryEngine.parquet(file),
        row ->
            row.getString(1)
                + " "
                + row.getString(2)
                + " "
                + row.getObject(3)
                + " "
                + row.getString(4));
  }

  private static String id(int number) {
    return Integer.toString(7 * number);
  }

  private static IdTexts texts() {
    int[] starts = new int[IDS + 1];
    StringBuilder all = new StringBuilder();
    for (int number = 0; number < IDS; number++) {
      all.append(id(number));
      starts[number + 1] = all.length();
    }
    return new IdTexts(all.toString().getBytes(StandardCharsets.US_ASCII), starts);
  }
}

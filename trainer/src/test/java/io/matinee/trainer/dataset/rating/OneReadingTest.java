package io.matinee.trainer.dataset.rating;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.model.ratings.RatingScale;
import io.matinee.trainer.dataset.form.DelimitedRatings;
import io.matinee.trainer.dataset.rejection.RejectLog;
import io.matinee.trainer.dataset.rejection.RejectedRow;
import io.matinee.trainer.query.QueryEngine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Any file says to the importer what it says to the {@link Oracle}; and without its bad rows it
 * says the same. {@code -Dreading.files=100000} reads more of them.
 */
class OneReadingTest {
  private static final int FILES = Integer.getInteger("reading.files", 400);
  private static final RatingScale SCALE = RatingScale.MOVIELENS_HALF_STARS;

  @TempDir Path folder;
  private QueryEngine engine;

  @BeforeEach
  void open() throws SQLException {
    engine = QueryEngine.open(folder, 256);
  }

  @AfterEach
  void close() throws SQLException {
    engine.close();
  }

  @Test
  void aFileSaysWhatItSaysWithoutItsBadRows() throws Exception {
    for (int seed = 0; seed < FILES; seed++) {
      WrittenFile file = WrittenFile.random(new SplittableRandom(seed));
      Oracle oracle = new Oracle(file.bytes(), file.layout(), SCALE, OracleTimes.SECONDS);
      Reading reading = read(file.bytes(), file);
      assertThat(reading).as("seed %d: %s", seed, file).isEqualTo(Reading.of(oracle));
      byte[] good = oracle.withoutRejected();
      Reading mended = read(good, file);
      assertThat(mended.ratings()).as("seed %d mended", seed).isEqualTo(reading.ratings());
      assertThat(mended.rejected()).as("seed %d mended", seed).isEmpty();
    }
  }

  @Test
  void aDamagedFileSaysNothingElseToo() throws Exception {
    for (int seed = 0; seed < FILES; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      WrittenFile file = WrittenFile.random(random);
      byte[] damaged = Damage.to(file.bytes(), random);
      Oracle oracle = new Oracle(damaged, file.layout(), SCALE, OracleTimes.SECONDS);
      assertThat(read(damaged, file))
          .as("seed %d: %s", seed, new String(damaged, StandardCharsets.ISO_8859_1))
          .isEqualTo(Reading.of(oracle));
    }
  }

  private Reading read(byte[] content, WrittenFile file) throws IOException, SQLException {
    Path source = Files.write(folder.resolve("ratings.csv"), content);
    Path parquet = folder.resolve("ratings.parquet");
    Path rejected = folder.resolve("rejects.jsonl");
    Files.deleteIfExists(parquet);
    RatingsTable table = new RatingsTable(engine, parquet, SCALE, TimeNumbers.SECONDS);
    try (RejectLog rejects = new RejectLog(rejected);
        DelimitedRatings rows = DelimitedRatings.open(source, file.layout())) {
      table.read(rows, rejects);
    }
    List<String> ratings = List.of();
    if (Files.exists(parquet)) {
      long before = table.count();
      long replaced = table.removeDuplicates();
      ratings =
          engine.query(
              "SELECT concat_ws(',', user_id, movie_id, rating, coalesce(timestamp::VARCHAR, '-'))"
                  + " FROM "
                  + QueryEngine.parquet(parquet),
              row -> row.getString(1));
      assertThat(ratings).hasSize((int) (before - replaced));
    }
    List<Long> lines =
        RejectLog.read(rejected, Integer.MAX_VALUE).stream().map(RejectedRow::line).toList();
    return new Reading(table.rows(), ratings.stream().sorted().toList(), lines);
  }

  /**
   * What a file says.
   *
   * @param rows its rows
   * @param ratings the ratings as "user,movie,rating,time", sorted
   * @param rejected the lines of the rows that are none
   */
  private record Reading(long rows, List<String> ratings, List<Long> rejected) {
    static Reading of(Oracle oracle) {
      return new Reading(oracle.rows(), oracle.ratings(), oracle.rejected());
    }
  }
}

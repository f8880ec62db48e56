package io.matinee.trainer.dataset.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matinee.model.ratings.RatingScale;
import io.matinee.model.source.RatingsForm;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.dataset.form.DelimitedRatings;
import io.matinee.trainer.dataset.form.Delimiter;
import io.matinee.trainer.dataset.form.RatingsHeader;
import io.matinee.trainer.dataset.form.RatingsLayout;
import io.matinee.trainer.dataset.rejection.RejectLog;
import io.matinee.trainer.query.QueryEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdMemoryTest {
  private static final int MEMORY = 200_000;
  private static final RatingsLayout.Delimited LAYOUT =
      new RatingsLayout.Delimited(
          RatingsForm.DELIMITED, Delimiter.COMMA, false, RatingsHeader.FIXED, List.of());

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

  @ParameterizedTest
  @CsvSource({"20000, 1, 1", "1, 20000, 1", "8000, 8000, 1", "1000, 1, 250"})
  void refusesMoreUsersAndMoviesThanTheMemoryHolds(int users, int movies, int length) {
    assertThatThrownBy(() -> read(users, movies, length))
        .isInstanceOfSatisfying(
            MatineeException.class,
            refused -> assertThat(refused.reason()).isEqualTo(Reason.IMPORT_UNREADABLE))
        .hasMessageContaining("more users or movies than one import can take")
        .hasMessageContaining("heap");
  }

  @Test
  void takesAnyNumberOfRatingsByThoseThatItHolds() throws Exception {
    assertThat(read(1_000, 1_000, 1).countUsers()).isEqualTo(1_000);
  }

  private RatingsTable read(int users, int movies, int length) throws IOException, SQLException {
    SplittableRandom random = new SplittableRandom(1);
    String prefix = "u".repeat(length);
    String rows =
        IntStream.range(0, 20_000)
            .mapToObj(
                row ->
                    prefix
                        + row % users
                        + ",m"
                        + row % movies
                        + ","
                        + random.nextInt(1, 6)
                        + ",100")
            .collect(Collectors.joining("\n"));
    Path source = Files.writeString(folder.resolve("ratings.csv"), rows);
    RatingsTable table =
        new RatingsTable(
            engine,
            folder.resolve("ratings.parquet"),
            RatingScale.MOVIELENS_STARS,
            TimeNumbers.SECONDS,
            new IdMemory(MEMORY));
    try (RejectLog rejects = new RejectLog(folder.resolve("rejects.jsonl"));
        DelimitedRatings ratings = DelimitedRatings.open(source, LAYOUT)) {
      table.read(ratings, rejects);
    }
    return table;
  }
}

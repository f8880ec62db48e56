package io.matinee.trainer.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChosenRowsTest {
  /** More than the texts of numbers that are kept, so that some of them meet in one slot. */
  private static final int ROWS = 200_000;

  @TempDir Path folder;
  private QueryEngine engine;
  private Path ratings;

  @BeforeEach
  void open() throws SQLException {
    engine = QueryEngine.open(folder, 256);
    ratings = folder.resolve("ratings.parquet");
  }

  @AfterEach
  void close() throws SQLException {
    engine.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"BIGINT", "VARCHAR"})
  void selectsTheRowsThatAreTaken(String type) throws Exception {
    write(type);
    for (int of : new int[] {10, 2}) {
      String condition =
          ChosenRows.choose(
              engine,
              ratings,
              "chosen" + of,
              (user, movie, second) -> (user + movie + second).hashCode() % of == 0);
      assertThat(selected(condition))
          .isEqualTo(texts(row -> (row[0] + row[1] + Long.parseLong(row[2])).hashCode() % of == 0));
    }
  }

  @Test
  void listsThoseThatAreFewer() throws Exception {
    write("BIGINT");
    String condition =
        ChosenRows.choose(
            engine, ratings, "chosen", (user, movie, second) -> Long.parseLong(movie) % 10 != 3);
    assertThat(selected(condition)).isEqualTo(texts(row -> !row[1].endsWith("3")));
    assertThat(engine.number("SELECT count(*) FROM chosen")).isBetween(1L, ROWS / 9L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"BIGINT", "VARCHAR"})
  void selectsAllRatingsOfTheUsersThatAreTaken(String type) throws Exception {
    write(type);
    String condition = ChosenRows.chooseUsers(engine, ratings, user -> !user.endsWith("7"));
    assertThat(selected(condition)).isEqualTo(texts(row -> !row[0].endsWith("7")));
  }

  @Test
  void takesAllAndNone() throws Exception {
    write("BIGINT");
    assertThat(selected(ChosenRows.choose(engine, ratings, "all_rows", (u, m, s) -> true)))
        .hasSize(ROWS);
    assertThat(selected(ChosenRows.choose(engine, ratings, "no_rows", (u, m, s) -> false)))
        .isEmpty();
  }

  private void write(String type) throws SQLException {
    engine.run(
        """
        COPY (SELECT (i // 7 * 31 %% 150000)::%1$s AS user_id, (i * 37 %% 90001)::%1$s AS movie_id,
            CASE WHEN i %% 3 = 0 THEN NULL ELSE i END AS timestamp
          FROM range(%2$d) AS t(i)) TO %3$s (FORMAT parquet)
        """
            .formatted(type, ROWS, QueryEngine.literal(ratings)));
  }

  private List<String> selected(String condition) throws SQLException {
    return engine.query(
        "SELECT concat_ws(',', user_id, movie_id, coalesce(timestamp, 0)) FROM %s WHERE %s ORDER BY file_row_number"
            .formatted(QueryEngine.numberedParquet(ratings), condition),
        row -> row.getString(1));
  }

  private List<String> texts(Predicate<String[]> taken) throws SQLException {
    return selected("true").stream().filter(row -> taken.test(row.split(","))).toList();
  }
}

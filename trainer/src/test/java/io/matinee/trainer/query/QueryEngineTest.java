package io.matinee.trainer.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryEngineTest {
  @TempDir Path folder;
  private QueryEngine engine;

  @BeforeEach
  void open() throws SQLException {
    engine = QueryEngine.open(folder.resolve("temporary"), 100);
  }

  @AfterEach
  void close() throws SQLException {
    engine.close();
  }

  @Test
  void usesTheMemoryAndTheFolderThatItIsGiven() throws SQLException {
    assertThat(setting("memory_limit")).isEqualTo("95.3 MiB");
    assertThat(setting("temp_directory")).isEqualTo(folder.resolve("temporary").toString());
  }

  @Test
  void visitsTheRowsOfItsOwnTablesUntilToldToStop() throws SQLException {
    engine.run("CREATE TEMP TABLE numbers AS SELECT * FROM range(1000000) AS t(number)");
    List<Long> seen = new ArrayList<>();
    engine.visit(
        "SELECT number FROM numbers",
        row -> {
          seen.add(row.getLong(1));
          return seen.size() < 3;
        });
    assertThat(seen).containsExactly(0L, 1L, 2L);
    assertThat(engine.number("SELECT count(*) FROM numbers")).isEqualTo(1_000_000);
  }

  @Test
  void appendsAndReadsFilesWhosePathsHoldQuotes() throws SQLException {
    engine.run("CREATE TABLE ids (id VARCHAR)");
    engine.append(
        "ids",
        appender -> {
          appender.beginRow();
          appender.append("o'hara");
          appender.endRow();
        });
    Path file = folder.resolve("it's.parquet");
    engine.run("COPY ids TO %s (FORMAT parquet)".formatted(QueryEngine.literal(file)));
    assertThat(engine.query("SELECT id FROM " + QueryEngine.parquet(file), row -> row.getString(1)))
        .containsExactly("o'hara");
  }

  @Test
  void failsInTheMiddleOfAResultAsInAStatement() {
    String sql = "SELECT error('too far') FROM range(10000) AS t(n) WHERE n > 5000";
    assertThatThrownBy(() -> engine.visit(sql, row -> true))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("too far");
  }

  @Test
  void onceInterruptedSaysSo() {
    engine.interrupt();
    assertThatThrownBy(engine::checkInterrupted)
        .isInstanceOfSatisfying(
            MatineeException.class,
            stopped -> assertThat(stopped.reason()).isEqualTo(Reason.CANCELLED));
  }

  private String setting(String name) throws SQLException {
    return engine
        .query("SELECT current_setting('" + name + "')", row -> row.getString(1))
        .getFirst();
  }
}

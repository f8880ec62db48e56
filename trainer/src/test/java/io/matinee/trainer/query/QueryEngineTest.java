package io.matinee.trainer.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryEngineTest {
  private static final List<String> ODD_NAMES =
      List.of(
          "rating=5",
          "user_id=7",
          "*",
          "**",
          "?",
          "[a]",
          "a",
          "[!a]",
          "x.gz",
          "{a,b}",
          "~",
          "file:",
          "s3:",
          "%41");

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

  /** Of each folder its own number is read, whatever the others are called. */
  @Test
  void readsWhatWasWrittenWhateverTheFoldersAreCalled() throws Exception {
    List<String> names = new ArrayList<>(ODD_NAMES);
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      names.add(oddName(random));
    }
    Map<Path, Integer> written = new LinkedHashMap<>();
    for (String name : names) {
      Path file = Files.createDirectories(folder.resolve("odd").resolve(name)).resolve(name);
      if (written.putIfAbsent(file, written.size()) == null) {
        engine.run(
            "COPY (SELECT %d AS rating, 0 AS user_id) TO %s (FORMAT parquet)"
                .formatted(written.get(file), QueryEngine.literal(file)));
        assertThat(file).isRegularFile();
      }
    }
    for (Map.Entry<Path, Integer> each : written.entrySet()) {
      String read = "SELECT rating::VARCHAR || ';' || user_id FROM ";
      assertThat(engine.query(read + QueryEngine.parquet(each.getKey()), row -> row.getString(1)))
          .as(each.getKey().toString())
          .containsExactly(each.getValue() + ";0");
    }
  }

  private static String oddName(Random random) {
    String letters = "*?[]!-^\\ab'\"{},~%#:;=&$ .\n\u00fc\u4e2d";
    StringBuilder name = new StringBuilder("n");
    for (int length = random.nextInt(1, 8); length > 0; length--) {
      name.append(letters.charAt(random.nextInt(letters.length())));
    }
    return name.toString();
  }

  @Test
  void loadsNothingThatAStatementNames() {
    assertThatThrownBy(() -> engine.run("SELECT * FROM read_xlsx('x.xlsx')"))
        .isInstanceOf(SQLException.class);
    assertThatThrownBy(() -> engine.run("SET autoinstall_known_extensions = true"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("locked");
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

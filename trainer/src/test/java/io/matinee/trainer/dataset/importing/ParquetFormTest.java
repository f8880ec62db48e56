package io.matinee.trainer.dataset.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.matinee.model.source.RatingsForm;
import io.matinee.trainer.dataset.note.ImportNote;
import io.matinee.trainer.dataset.note.NoteKind;
import io.matinee.trainer.dataset.rejection.RejectedRow;
import io.matinee.trainer.dataset.version.DatasetVersion;
import io.matinee.trainer.query.QueryEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Ratings in Parquet. */
class ParquetFormTest extends OpenBench {
  private static final String[] EXPECTED = {"1,10,4.5,100", "1,20,3.0,200", "2,10,0.5,300"};

  @Test
  void readsParquetByNamesAndTypes() throws Exception {
    for (String times :
        List.of(
            "to_timestamp(second)",
            "to_timestamp(second)::TIMESTAMP",
            "to_timestamp(second)::TIMESTAMP::TIMESTAMP_NS",
            "to_timestamp(second)::TIMESTAMP::TIMESTAMP_S",
            "second",
            "second::DOUBLE",
            "second::VARCHAR")) {
      Path file = folder.resolve("some ratings.pq");
      parquet(
          file,
          "SELECT %s AS \"rated at\", item::BIGINT AS item_id, 'x' AS note, stars::DOUBLE AS Stars, who::VARCHAR AS \"user\""
              .formatted(times));
      DatasetVersion version = bench.imported(file);
      assertThat(bench.ratings(version)).as(times).containsExactly(EXPECTED);
      assertThat(version.manifest().form()).isEqualTo(RatingsForm.PARQUET);
      assertThat(version.manifest().notes())
          .extracting(ImportNote::text)
          .contains("these columns were not read: note");
    }
  }

  @Test
  void readsAFolderOfPartsOfParquet() throws Exception {
    parquet(
        Files.createDirectories(folder.resolve("data")).resolve("part-0.parquet"),
        "SELECT who AS user, item AS movie, stars AS rating, second AS time");
    Files.move(folder.resolve("data/part-0.parquet"), folder.resolve("data/part-1.parquet"));
    parquet(
        folder.resolve("data/part-0.parquet"),
        "SELECT who + 7 AS user, item AS movie, stars AS rating, second AS time");
    assertThat(bench.imported(folder.resolve("data")).manifest().counts().ratings()).isEqualTo(6);
  }

  @Test
  void saysOnceWhatIsNotReadOfManyFiles() throws Exception {
    Files.createDirectories(folder.resolve("data"));
    for (int part = 0; part < 12; part++) {
      String other = part < 11 ? "" : ", 2 AS another";
      parquet(
          folder.resolve("data/part-%02d.parquet".formatted(part)),
          "SELECT who + %d AS user, item AS movie, stars AS rating, 1 AS other%s"
              .formatted(7 * part, other));
    }
    assertThat(ImportBench.notesOnRows(bench.imported(folder.resolve("data"))))
        .extracting(ImportNote::file, ImportNote::text)
        .containsExactly(
            tuple("part-00.parquet", "these columns were not read: other"),
            tuple("part-11.parquet", "these columns were not read: other, another"));
  }

  @Test
  void saysThatSomeFilesAreWithoutTimes() throws Exception {
    Files.createDirectories(folder.resolve("data"));
    parquet(
        folder.resolve("data/part-0.parquet"),
        "SELECT who AS user, item AS movie, stars AS rating, second AS time");
    parquet(
        folder.resolve("data/part-1.parquet"),
        "SELECT who + 7 AS user, item AS movie, stars AS rating");
    assertThat(ImportBench.notesOnRows(bench.imported(folder.resolve("data"))))
        .containsExactly(
            new ImportNote(
                NoteKind.TIMES_MISSING,
                "",
                3,
                "ratings without a time, beside others with one: 3"));
  }

  @Test
  void judgesTheRowsOfParquetAsThoseOfText() throws Exception {
    Path file = folder.resolve("ratings.parquet");
    parquet(
        file,
        "SELECT who AS userId, nullif(item, 20) AS movieId, CASE WHEN second = 300 THEN 'NaN'::FLOAT ELSE stars END AS rating");
    DatasetVersion version = bench.imported(ImportBench.request(file, Optional.empty(), .9));
    assertThat(bench.ratings(version)).containsExactly("1,10,4.5,-");
    assertThat(bench.rejected(version)).extracting(RejectedRow::line).containsExactly(2L, 3L);
  }

  @Test
  void refusesParquetThatHasNoRatings() throws Exception {
    Path file = folder.resolve("ratings.parquet");
    parquet(file, "SELECT who AS userId, [item] AS movieId, stars AS rating");
    assertThat(bench.failure(ImportBench.request(file)).message())
        .contains("column \"movieId\" of the type", "write it as a number or text");
    parquet(file, "SELECT who AS userId, item AS what, stars AS rating");
    assertThat(bench.failure(ImportBench.request(file)).message())
        .contains("no column that names the movie", "rename the one that does to movieId")
        .doesNotContain("--columns");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 9));
    assertThat(bench.failure(ImportBench.request(file)).message())
        .contains("ratings.parquet is damaged or no Parquet");
  }

  private void parquet(Path file, String select) throws SQLException {
    try (QueryEngine engine = QueryEngine.open(folder, 256)) {
      engine.run(
          "COPY (%s FROM (VALUES (1, 10, 4.5::FLOAT, 100), (1, 20, 3, 200), (2, 10, .5, 300)) AS rows (who, item, stars, second)) TO %s (FORMAT parquet)"
              .formatted(select, QueryEngine.literal(file)));
    }
  }
}

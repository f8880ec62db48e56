package io.matinee.trainer.dataset.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.matinee.model.ratings.RatingScale;
import io.matinee.model.source.RatingsForm;
import io.matinee.trainer.dataset.note.ImportNote;
import io.matinee.trainer.dataset.note.NoteKind;
import io.matinee.trainer.dataset.rejection.RejectedRow;
import io.matinee.trainer.dataset.version.DatasetVersion;
import io.matinee.trainer.query.QueryEngine;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ratings that are no delimited text: Netflix prize, JSON lines, Parquet. */
class OtherFormsTest {
  private static final String[] EXPECTED = {"1,10,4.5,100", "1,20,3.0,200", "2,10,0.5,300"};
  private static final String JSON_LINES =
      """
      {"userId":1,"movieId":10,"rating":4.5,"timestamp":100}
      {"user":"1","item":"20","score":"3.0","date":"1970-01-01T00:03:20Z","tags":["x"]}

      {"rating":0.5,"timestamp":300,"movieId":10,"userId":2}
      """;

  @TempDir Path folder;
  private ImportBench bench;

  @BeforeEach
  void open() throws IOException {
    bench = new ImportBench(folder.resolve("home"));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void readsTheNetflixPrizeOutOfSeveralFiles() throws Exception {
    write("prize/combined_data_1.txt", "1:\n7,3,2005-09-06\n8,5,2005-05-13\n2:\n7,4,2005-09-05\n");
    write("prize/combined_data_2.txt", "3:\n007,1,1999-12-31\n");
    write("prize/combined_data_10.txt", "4:\r\n7,2,2000-01-01\r\n");
    DatasetVersion version = bench.imported(folder.resolve("prize"));
    assertThat(bench.ratings(version))
        .containsExactly(
            "007,3,1.0,946598400",
            "7,1,3.0,1125964800",
            "7,2,4.0,1125878400",
            "7,4,2.0,946684800",
            "8,1,5.0,1115942400");
    assertThat(version.manifest().form()).isEqualTo(RatingsForm.NETFLIX);
    assertThat(version.manifest().scale()).isEqualTo(RatingScale.MOVIELENS_STARS);
    assertThat(version.manifest().counts().rows()).isEqualTo(5);
  }

  @Test
  void namesTheFilesThatAreNotRead() throws Exception {
    write("set/ratings.jsonl", JSON_LINES);
    write("set/README.txt", "x");
    write("set/movies.csv", "movieId,title,genres\n10,Heat (1995),Crime\n");
    write("set/genome-scores.csv", "x");
    assertThat(bench.imported(folder.resolve("set")).manifest().notes())
        .contains(
            new ImportNote(
                NoteKind.FILES_UNREAD,
                "",
                2,
                "these files were not read: README.txt, genome-scores.csv"));
    Path zip = folder.resolve("set.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("x/"));
      out.putNextEntry(new ZipEntry("x/ratings.jsonl"));
      out.write(JSON_LINES.getBytes(StandardCharsets.UTF_8));
      for (int file = 0; file < 12; file++) {
        out.putNextEntry(new ZipEntry("x/%02d.txt".formatted(file)));
      }
    }
    assertThat(bench.imported(zip).manifest().notes())
        .filteredOn(note -> note.kind() == NoteKind.FILES_UNREAD)
        .singleElement()
        .satisfies(
            note -> {
              assertThat(note.count()).isEqualTo(12);
              assertThat(note.text()).endsWith("x/08.txt, x/09.txt and 2 more");
            });
  }

  @Test
  void readsTheNetflixPrizeOutOfAFileAMovieInAZip() throws Exception {
    Path zip = folder.resolve("prize.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (int movie = 1; movie <= 3; movie++) {
        out.putNextEntry(new ZipEntry("training_set/mv_%07d.txt".formatted(movie)));
        out.write("%d:\n7,3,2005-09-06\n".formatted(movie).getBytes(StandardCharsets.UTF_8));
      }
    }
    assertThat(bench.ratings(bench.imported(zip)))
        .containsExactly("7,1,3.0,1125964800", "7,2,3.0,1125964800", "7,3,3.0,1125964800");
  }

  @Test
  void readsTheTitlesOfTheNetflixPrize() throws Exception {
    write("prize/combined_data_1.txt", "1:\n7,3,2005-09-06\n");
    Files.writeString(
        folder.resolve("prize/movie_titles.csv"),
        "1,2003,Dinosaur Planet\n2,NULL,Zorro, the \"Gay\" Blade\n3,1997,Caf\u00e9, Fin\n4,1999\n",
        StandardCharsets.ISO_8859_1);
    DatasetVersion version =
        bench.imported(ImportBench.request(folder.resolve("prize"), Optional.empty(), .9));
    assertThat(bench.catalogue(version))
        .containsExactly(
            "1;Dinosaur Planet;2003;;;;",
            "2;Zorro, the \"Gay\" Blade;-;;;;",
            "3;Caf\u00e9, Fin;1997;;;;");
    assertThat(bench.rejected(version))
        .containsExactly(
            new RejectedRow("movie_titles.csv", 4, "has 2 fields instead of 3", "4,1999"));
  }

  @Test
  void rejectsBadRowsOfTheNetflixPrizeByFileAndLine() throws Exception {
    write("prize/combined_data_1.txt", "1:\n7,3,2005-09-06\n");
    write("prize/combined_data_2.txt", "8,3,2005-09-06\n2:\n8,3\n9,4,2005-09-06\n");
    DatasetVersion version =
        bench.imported(ImportBench.request(folder.resolve("prize"), Optional.empty(), .9));
    assertThat(bench.ratings(version)).containsExactly("7,1,3.0,1125964800", "9,2,4.0,1125964800");
    assertThat(bench.rejected(version))
        .containsExactly(
            new RejectedRow("combined_data_2.txt", 1, "the movie is missing", "8,3,2005-09-06"),
            new RejectedRow("combined_data_2.txt", 3, "has 2 fields instead of 3", "8,3"));
  }

  @Test
  void readsJsonLinesBySynonyms() throws Exception {
    DatasetVersion version = bench.imported(write("events.log", JSON_LINES));
    assertThat(bench.ratings(version)).containsExactly(EXPECTED);
    assertThat(version.manifest().form()).isEqualTo(RatingsForm.JSON_LINES);
    assertThat(version.manifest().notes())
        .contains(
            new ImportNote(
                NoteKind.COLUMNS_IGNORED, "events.log", 1, "these columns were not read: tags"));
    Path gzip = folder.resolve("ratings.jsonl.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
      out.write(JSON_LINES.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(bench.ratings(bench.imported(gzip))).containsExactly(EXPECTED);
  }

  @Test
  void leavesOutAndNamesAnEmptyFileBesideTheRatings() throws Exception {
    write("set/ratings.jsonl", JSON_LINES);
    write("set/tags.csv", "");
    for (String source : List.of("set", "set/ratings.jsonl")) {
      DatasetVersion version = bench.imported(folder.resolve(source));
      assertThat(bench.ratings(version)).containsExactly(EXPECTED);
      assertThat(version.manifest().notes())
          .contains(
              new ImportNote(
                  NoteKind.FILES_UNREAD,
                  "",
                  1,
                  "these files were not read: tags.csv (it is empty)"));
    }
  }

  @Test
  void readsTimesAndNamesFieldsThatComeLateInJsonLines() throws Exception {
    StringBuilder lines = new StringBuilder();
    for (int movie = 0; movie < 100; movie++) {
      lines.append("{\"userId\":1,\"movieId\":%d,\"rating\":4}\n".formatted(movie));
    }
    lines.append("{\"userId\":2,\"movieId\":10,\"rating\":4,\"timestamp\":100,\"mood\":1}\n");
    DatasetVersion version = bench.imported(write("late.jsonl", lines.toString()));
    assertThat(bench.ratings(version)).hasSize(101).contains("1,99,4.0,-", "2,10,4.0,100");
    assertThat(version.manifest().notes())
        .extracting(ImportNote::kind, ImportNote::count)
        .contains(tuple(NoteKind.TIMES_MISSING, 100L), tuple(NoteKind.COLUMNS_IGNORED, 1L));
  }

  @Test
  void rejectsALineThatIsNoRating() throws Exception {
    String followed = "{\"userId\":1,\"movieId\":7,\"rating\":4,\"timestamp\":1}\0{\n";
    String long_ = "{\"userId\":\"" + "x".repeat(70_000) + "\"}";
    Path file =
        write(
            "ratings.json",
            JSON_LINES + "{\"userId\":1\n" + long_ + "\n{\"userId\":5}\n" + followed);
    DatasetVersion version = bench.imported(ImportBench.request(file, Optional.empty(), .9));
    assertThat(bench.ratings(version)).containsExactly(EXPECTED);
    assertThat(bench.rejected(version))
        .extracting(RejectedRow::line, RejectedRow::reason)
        .containsExactly(
            tuple(5L, "is no whole JSON object"),
            tuple(6L, "is longer than 65,536 bytes"),
            tuple(7L, "the movie is missing"),
            tuple(8L, "is no whole JSON object"));
  }

  @Test
  void refusesAnArrayOfJsonNamingTheFix() throws Exception {
    Path file = write("ratings.json", "[{\"userId\":1,\"movieId\":2,\"rating\":3}]\n");
    assertThat(bench.failure(ImportBench.request(file)).message())
        .contains("is one array of JSON", "jq -c");
  }

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
    assertThat(bench.imported(folder.resolve("data")).manifest().notes())
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
    assertThat(bench.imported(folder.resolve("data")).manifest().notes())
        .containsExactly(
            new ImportNote(
                NoteKind.TIMES_MISSING, "", 3, "3 ratings have no time, beside others with one"));
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
        .contains("no column that names the movie");
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

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}

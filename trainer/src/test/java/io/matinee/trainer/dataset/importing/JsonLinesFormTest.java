package io.matinee.trainer.dataset.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.matinee.model.source.RatingsForm;
import io.matinee.trainer.dataset.note.ImportNote;
import io.matinee.trainer.dataset.note.NoteKind;
import io.matinee.trainer.dataset.rejection.RejectedRow;
import io.matinee.trainer.dataset.version.DatasetVersion;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Ratings as lines of JSON, and the files beside them that are not read. */
class JsonLinesFormTest extends OpenBench {
  private static final String[] EXPECTED = {"1,10,4.5,100", "1,20,3.0,200", "2,10,0.5,300"};
  private static final String JSON_LINES =
      """
      {"userId":1,"movieId":10,"rating":4.5,"timestamp":100}
      {"user":"1","item":"20","score":"3.0","date":"1970-01-01T00:03:20Z","tags":["x"]}

      {"rating":0.5,"timestamp":300,"movieId":10,"userId":2}
      """;

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
}

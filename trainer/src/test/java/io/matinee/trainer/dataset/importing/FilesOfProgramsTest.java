package io.matinee.trainer.dataset.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.matinee.trainer.dataset.form.FormDetection;
import io.matinee.trainer.dataset.form.RatingsColumn;
import io.matinee.trainer.dataset.note.ImportNote;
import io.matinee.trainer.dataset.note.NoteKind;
import io.matinee.trainer.dataset.rejection.RejectedRow;
import io.matinee.trainer.dataset.version.DatasetVersion;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ratings as R, spreadsheets and data frames write them. */
class FilesOfProgramsTest extends OpenBench {
  private static final String[] EXPECTED = {"1,10,4.5,100", "1,20,3.0,200", "2,10,0.5,300"};

  /** The rows by which it is told what numbers among the times are. */
  private static final int LOOKED_AT = 1_000;

  @ParameterizedTest
  @ValueSource(
      strings = {
        // write.table of R
        "\"userId\" \"movieId\" \"rating\" \"timestamp\"\n\"1\" 1 10 4.5 100\n\"2\" 1 20 3 200\n\"7\" 2 10 0.5 300\n",
        // write.csv of R
        "\"\",\"userId\",\"movieId\",\"rating\",\"timestamp\"\n\"1\",1,10,4.5,100\n\"2\",1,20,3,200\n\"3\",2,10,0.5,300\n",
        // to_csv of pandas
        ",userId,movieId,rating,timestamp\n0,1,10,4.5,100\n1,1,20,3.0,200\n2,2,10,0.5,300\n",
        // a delimiter behind each row, the header's too
        "userId,movieId,rating,timestamp,\r\n1,10,4.5,100,\r\n1,20,3.0,200,\r\n2,10,0.5,300,\r\n",
        // one behind the rows alone
        "userId,movieId,rating,timestamp\n1,10,4.5,100,\n1,20,3.0,200,\n2,10,0.5,300,\n",
        // one behind the header alone
        "userId;movieId;rating;timestamp;\n1;10;4.5;100\n1;20;3.0;200\n2;10;0.5;300\n",
        // a spreadsheet's
        "sep=;\r\nuserId;movieId;rating;timestamp\r\n1;10;4.5;100\r\n1;20;3.0;200\r\n2;10;0.5;300\r\n",
        "\uFEFFSEP=\t\nuserId\tmovieId\trating\ttimestamp\n1\t10\t4.5\t100\n1\t20\t3.0\t200\n2\t10\t0.5\t300\n"
      })
  void readsTables(String text) throws Exception {
    assertThat(bench.ratings(bench.imported(write("ratings.csv", text, StandardCharsets.UTF_8))))
        .containsExactly(EXPECTED);
  }

  @ParameterizedTest
  @MethodSource
  void takesNoOtherColumnForNamesOfRows(String text) throws Exception {
    Path file = write("a.csv", text, StandardCharsets.UTF_8);
    assertThat(bench.failure(ImportBench.request(file)).message())
        .contains("has 4 fields instead of 3");
    assertThat(bench.ratings(bench.imported(columns(file, "user", "movie", "rating", "-"))))
        .contains("1,1,2.0,-", "2,1,3.0,-");
  }

  private static Stream<String> takesNoOtherColumnForNamesOfRows() {
    String users =
        IntStream.rangeClosed(1, 150)
            .mapToObj(user -> "%d,1,%d,3\n".formatted(user, user % 2 == 1 ? 2 : 3))
            .collect(Collectors.joining());
    return Stream.of(
        "user_id,movie_id,rating\n" + users,
        "userId,movieId,rating\n1,1,2,3\n1,2,3,3\n2,1,3,3\n",
        "\"userId\",\"movieId\",\"rating\"\n\"1\",1,2,3\n\"1\",2,3,3\n\"2\",1,3,3\n",
        "\"userId\",\"movieId\",\"rating\"\n\"1\",\"1\",\"2\",\"3\"\n\"2\",\"1\",\"3\",\"3\"\n",
        "userId,movieId,rating\n\"1\",1,2,3\n\"2\",1,3,3\n");
  }

  private static ImportRequest columns(Path file, String... names) {
    ImportRequest plain = ImportBench.request(file);
    List<RatingsColumn> columns =
        Stream.of(names)
            .map(name -> name.equals("-") ? "ignored" : name)
            .map(name -> RatingsColumn.valueOf(name.toUpperCase(Locale.ROOT)))
            .toList();
    return new ImportRequest(
        plain.dataset(),
        plain.source(),
        new FormDetection(Optional.empty(), columns),
        plain.scale(),
        plain.maximumRejectedShare(),
        plain.filters(),
        plain.minimumVotes(),
        plain.key());
  }

  @Test
  void saysWhichColumnsHaveNoName() throws Exception {
    String text = "\"userId\" \"movieId\" \"rating\"\n\"6\" 1 10 4\n\"9\" 1 20 3\n";
    Path file = write("ratings.txt", text, StandardCharsets.UTF_8);
    assertThat(ImportBench.notesOnRows(bench.imported(file)))
        .extracting(ImportNote::text)
        .containsExactly("these columns were not read: column 1, without a name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void readsUtf16WithAByteOrderMark(String charset) throws Exception {
    String text = "\uFEFFuserId\tmovieId\trating\r\nJ\u00F6rg\t10\t4.5\r\n\uD83C\uDFAC\t10\t3\r\n";
    Path file = write("ratings.txt", text, Charset.forName(charset));
    assertThat(bench.ratings(bench.imported(file)))
        .containsExactly("J\u00F6rg,10,4.5,-", "\uD83C\uDFAC,10,3.0,-");
  }

  @Test
  void namesRowsOfUtf16ByTheirLine() throws Exception {
    String text = "\uFEFFuserId,movieId,rating\n1,10,4.5\n1,,3\n";
    Path file = write("ratings.csv", text, StandardCharsets.UTF_16LE);
    DatasetVersion version = bench.imported(ImportBench.request(file, Optional.empty(), .9));
    assertThat(bench.rejected(version))
        .containsExactly(new RejectedRow("ratings.csv", 3, "the movie is missing", "1,,3"));
  }

  @ParameterizedTest
  @CsvSource({
    "20150301,1425168000,20160229,1456704000,20150230,dates such as 20150301",
    "20150301.0,1425168000,2016-02-29T00:00,1456704000,1425168000,dates such as 20150301",
    "2015,1420070400,1999.0,915148800,x,'years, each of which counts as its beginning'"
  })
  void readsNumbersThatAreDates(
      String one, long oneSecond, String other, long otherSecond, String bad, String words)
      throws Exception {
    String text =
        "userId,movieId,rating,created_at\n1,1,4,%s\n1,2,4,%s\n".formatted(one, other)
            + "2,1,4,%s\n2,2,4,%s\n".repeat(LOOKED_AT / 2).formatted(times(one))
            + "3,3,4,%s\n".formatted(bad);
    Path file = write("ratings.csv", text, StandardCharsets.UTF_8);
    DatasetVersion version = bench.imported(ImportBench.request(file, Optional.empty(), .9));
    assertThat(bench.ratings(version))
        .contains("1,1,4.0," + oneSecond, "1,2,4.0," + otherSecond)
        .hasSize(4);
    assertThat(bench.rejected(version))
        .extracting(RejectedRow::reason)
        .containsExactly(
            "timestamp \"%s\" is no date, and the first times of the file are %s"
                .formatted(bad, words));
    assertThat(version.manifest().notes())
        .extracting(ImportNote::kind, ImportNote::text)
        .contains(
            tuple(
                NoteKind.TIMES_AS_DATES,
                "numbers among the times were read as %s, and not as seconds since 1970"
                    .formatted(words)));
  }

  private static Object[] times(String time) {
    return Collections.nCopies(LOOKED_AT, time).toArray();
  }

  @Test
  void takesAByteZeroBehindTheFirstLineForABadRowWhateverEndsLines() throws Exception {
    for (String end : List.of("\n", "\r")) {
      String text = "userId,movieId,rating|1,10,4|1,2\0,3|".replace("|", end);
      Path file = write("ratings.csv", text, StandardCharsets.UTF_8);
      DatasetVersion version = bench.imported(ImportBench.request(file, Optional.empty(), .9));
      assertThat(bench.ratings(version)).containsExactly("1,10,4.0,-");
      assertThat(bench.rejected(version)).extracting(RejectedRow::line).containsExactly(3L);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"20150230", "20151301", "18991231", "21010101", "2101", "1899", "100"})
  void takesOtherNumbersForSeconds(String seconds) throws Exception {
    String text = "userId,movieId,rating,timestamp\n1,1,4,%s\n".formatted(seconds);
    DatasetVersion version = bench.imported(write("ratings.csv", text, StandardCharsets.UTF_8));
    assertThat(bench.ratings(version)).containsExactly("1,1,4.0," + seconds);
  }

  @Test
  void takesYearsBesideTimesThatAreNotKnownForYears() throws Exception {
    String text = "userId,movieId,rating,timestamp\n1,1,4,2015\n1,2,4,0\n1,3,4,2016\n";
    Path file = write("ratings.csv", text, StandardCharsets.UTF_8);
    DatasetVersion version = bench.imported(ImportBench.request(file, Optional.empty(), .9));
    assertThat(bench.ratings(version)).containsExactly("1,1,4.0,1420070400", "1,3,4.0,1451606400");
    assertThat(bench.rejected(version)).extracting(RejectedRow::line).containsExactly(3L);
  }

  @Test
  void takesYearsBesideOtherNumbersForSeconds() throws Exception {
    String text = "userId,movieId,rating,timestamp\n1,1,4,2015\n1,2,4,2015\n1,3,4,978300760\n";
    assertThat(bench.ratings(bench.imported(write("a.csv", text, StandardCharsets.UTF_8))))
        .contains("1,1,4.0,2015");
  }
}

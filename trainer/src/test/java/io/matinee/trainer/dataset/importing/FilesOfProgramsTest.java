package io.matinee.trainer.dataset.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.trainer.dataset.note.ImportNote;
import io.matinee.trainer.dataset.rejection.RejectedRow;
import io.matinee.trainer.dataset.version.DatasetVersion;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ratings as R, spreadsheets and data frames write them. */
class FilesOfProgramsTest {
  private static final String[] EXPECTED = {"1,10,4.5,100", "1,20,3.0,200", "2,10,0.5,300"};

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

  @Test
  void takesNoColumnWithoutANameForNamesOfRowsThatComeTwice() throws Exception {
    String text = "userId,movieId,rating\n1,10,4,3\n1,20,3,3\n2,10,5,3\n";
    assertThat(bench.failure(ImportBench.request(write("a.csv", text, StandardCharsets.UTF_8))))
        .satisfies(failure -> assertThat(failure.message()).contains("has 4 fields instead of 3"));
  }

  @Test
  void saysWhichColumnsHaveNoName() throws Exception {
    String text = "userId movieId rating\na 1 10 4\nb 1 20 3\n";
    Path file = write("ratings.txt", text, StandardCharsets.UTF_8);
    assertThat(bench.imported(file).manifest().notes())
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

  private Path write(String name, String text, Charset charset) throws IOException {
    return Files.writeString(folder.resolve(name), text, charset);
  }
}

package io.matinee.trainer.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.matinee.runtime.error.Reason;
import io.matinee.trainer.operation.OperationError;
import io.matinee.trainer.store.Staging;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows and files that cannot be used. */
class ImportTroubleTest {
  private static final String HEADER = "userId,movieId,rating,timestamp\n";

  @TempDir Path folder;
  private ImportBench bench;

  @BeforeEach
  void open() throws IOException {
    bench = new ImportBench(folder.resolve("home"), new ImportLimits(100_000, 256));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  static Stream<Arguments> badRows() {
    return Stream.of(
        argumentSet("missing fields", "1,10", "has 2 fields instead of 4"),
        argumentSet("too many fields", "1,10,4,100,5", "has 5 fields instead of 4"),
        argumentSet("no user", ",10,4.0,100", "the user is missing"),
        argumentSet("no movie", "1,,4.0,100", "the movie is missing"),
        argumentSet("no rating", "1,10,,100", "the rating is missing"),
        argumentSet("no timestamp", "1,10,4.0,", "the timestamp is missing"),
        argumentSet("a word as rating", "1,10,good,100", "rating \"good\" is not a number"),
        argumentSet("off the scale", "1,10,9,100", "rating 9 is off the scale 0.5 to 5 by 0.5"),
        argumentSet(
            "between the steps", "1,10,3.7,100", "rating 3.7 is off the scale 0.5 to 5 by 0.5"),
        argumentSet("NaN", "1,10,NaN,100", "rating NaN is off the scale 0.5 to 5 by 0.5"),
        argumentSet(
            "infinite", "1,10,Infinity,100", "rating Infinity is off the scale 0.5 to 5 by 0.5"),
        argumentSet(
            "before 1970", "1,10,4.0,-5", "timestamp -5 is not in seconds from 1970 to 2100"),
        argumentSet(
            "milliseconds",
            "1,10,4.0,1260759144000",
            "timestamp 1260759144000 is not in seconds from 1970 to 2100"),
        argumentSet(
            "a date",
            "1,10,4.0,2020-01-01",
            "timestamp \"2020-01-01\" is not a whole number of seconds"));
  }

  @ParameterizedTest
  @MethodSource("badRows")
  void listsABadRowAndKeepsTheOthers(String row, String reason) throws Exception {
    Path file = write("ratings.csv", HEADER + "1,5,4.0,100\n" + row + "\n2,5,3.5,100\n");
    DatasetVersion version = bench.imported(ImportBench.request(file, Optional.empty(), .5));
    assertThat(bench.ratings(version)).containsExactly("1,5,4.0,100", "2,5,3.5,100");
    assertThat(bench.rejected(version))
        .containsExactly(new RejectedRow("ratings.csv", 3, reason, row));
    assertThat(version.manifest().counts()).isEqualTo(new ImportCounts(3, 2, 2, 1, 1, 1, 0));
  }

  @Test
  void failsWhenTooManyRowsAreBadAndKeepsNothing() throws Exception {
    Path file = write("ratings.csv", HEADER + "1,5,4.0,100\n1,6,9,100\n1,7\n");
    OperationError error = failure(file);
    assertThat(error.reason()).isEqualTo(Reason.TOO_MANY_BAD_ROWS);
    assertThat(error.message())
        .startsWith("2 of 3 rows could not be used, more than the allowed 1 %: line 3: rating 9")
        .contains("line 4: has 2 fields");
    assertThat(error.details()).containsEntry("rejected", "2").containsEntry("rows", "3");
    assertThat(bench.datasets.get(ImportBench.NAME).latestVersion()).isEmpty();
    assertThat(bench.home.blobs()).isEmptyDirectory();
    assertThat(new Staging(bench.home.staging()).folders()).isEmpty();
  }

  @Test
  void allowsOnePercentOfBadRows() throws Exception {
    StringBuilder rows = new StringBuilder(HEADER);
    for (int movie = 1; movie < 100; movie++) {
      rows.append("1,").append(movie).append(",4.0,100\n");
    }
    DatasetVersion version = bench.imported(write("ratings.csv", rows + "1,2\n"));
    assertThat(version.manifest().counts().rejected()).isEqualTo(1);
  }

  static Stream<Arguments> unreadableFiles() {
    return Stream.of(
        argumentSet("empty", "ratings.csv", new byte[0], "ratings.csv is empty"),
        argumentSet("header only", "ratings.csv", bytes(HEADER), "ratings.csv holds no rating"),
        argumentSet(
            "binary", "ratings.csv", new byte[] {1, 0, 2, 0, 7, 9}, "ratings.csv is binary"),
        argumentSet("no header", "ratings.csv", bytes("1,2,3,4\n"), "does not begin with a header"),
        argumentSet(
            "no known form", "numbers.txt", bytes("hello\n"), "not in a form that is known"),
        argumentSet("a truncated gz", "ratings.csv.gz", cut(gzip()), "is truncated or no gzip"),
        argumentSet("not a gz", "ratings.csv.gz", bytes(HEADER), "is truncated or no gzip"),
        argumentSet("a truncated zip", "ml.zip", cut(zip("ratings.csv")), "is truncated or no zip"),
        argumentSet("a zip without ratings", "ml.zip", zip("x.csv"), "holds no ratings.csv"),
        argumentSet(
            "a zip that climbs out",
            "ml.zip",
            zip("../../ratings.csv"),
            "which would be written outside of its folder"),
        argumentSet("oversized", "ratings.csv", new byte[100_001], "has more than 100,000 bytes"),
        argumentSet("a bomb", "ml.zip", bomb(), "has more than 100,000 bytes unpacked"));
  }

  @ParameterizedTest
  @MethodSource("unreadableFiles")
  void namesTheFileAndTheFix(String name, byte[] content, String problem) throws Exception {
    Path file = folder.resolve(name);
    Files.write(file, content);
    OperationError error = failure(file);
    assertThat(error.reason()).isEqualTo(Reason.IMPORT_UNREADABLE);
    assertThat(error.message()).startsWith(name + " ").contains(problem).contains("; ");
    assertThat(error.details()).containsEntry("file", name);
    assertThat(folder.resolve("home").resolve("ratings.csv")).doesNotExist();
  }

  @Test
  void namesAPathThatDoesNotExist() throws Exception {
    OperationError error = failure(folder.resolve("nowhere"));
    assertThat(error.reason()).isEqualTo(Reason.IMPORT_UNREADABLE);
    assertThat(error.message()).startsWith("nowhere does not exist");
  }

  @Test
  void readsALastLineThatWasCutOffAsABadRow() throws Exception {
    Path file = write("ratings.csv", HEADER + "1,5,4.0,100\n1,6,4.0,100\n1,7,");
    DatasetVersion version = bench.imported(ImportBench.request(file, Optional.empty(), .5));
    assertThat(bench.rejected(version))
        .containsExactly(new RejectedRow("ratings.csv", 4, "has 3 fields instead of 4", "1,7,"));
  }

  private OperationError failure(Path file) throws InterruptedException {
    return bench.failure(ImportBench.request(file));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] cut(byte[] whole) {
    return Arrays.copyOf(whole, whole.length / 2);
  }

  private static byte[] gzip() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(bytes(HEADER + "1,5,4.0,100\n"));
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(String entry) {
    return zip(entry, bytes(HEADER + "1,5,4.0,100\n"));
  }

  private static byte[] bomb() {
    return zip("ratings.csv", new byte[1_000_000]);
  }

  private static byte[] zip(String entry, byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.putNextEntry(new ZipEntry(entry));
      out.write(content);
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    return bytes.toByteArray();
  }
}

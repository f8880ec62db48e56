package io.matinee.trainer.dataset.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.operation.OperationFailure;
import io.matinee.trainer.dataset.source.ImportLimits;
import io.matinee.trainer.store.Staging;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files and archives that cannot be used, or look so. */
class BadFilesTest extends OpenBench {
  private static final String HEADER = "userId,movieId,rating,timestamp\n";

  @Override
  ImportLimits limits() {
    return new ImportLimits(100_000, 200, 256);
  }

  static Stream<Arguments> unreadableFiles() {
    return Stream.of(
        argumentSet("empty", "ratings.csv", new byte[0], "ratings.csv is empty"),
        argumentSet(
            "header only", "ratings.csv", Archives.bytes(HEADER), "ratings.csv holds no rating"),
        argumentSet(
            "binary",
            "ratings.csv",
            new byte[] {1, 0, 2, 0, 7, 9},
            "is binary: its first line has"),
        argumentSet(
            "no header",
            "ratings.csv",
            Archives.bytes("1,2,3,4\n"),
            "does not begin with a header"),
        argumentSet(
            "no known form",
            "numbers.txt",
            Archives.bytes("hello\n"),
            "not in a form that is known"),
        argumentSet(
            "a truncated gz",
            "ratings.csv.gz",
            Archives.cut(Archives.gzip()),
            "is truncated or no gzip"),
        argumentSet(
            "not a gz", "ratings.csv.gz", Archives.bytes(HEADER), "is truncated or no gzip"),
        argumentSet(
            "a truncated zip",
            "ml.zip",
            Archives.cut(Archives.zip("ratings.csv")),
            "is truncated or no zip"),
        argumentSet(
            "a zip with another digit", "ml.zip", Archives.changed(), "is truncated or no zip"),
        argumentSet(
            "a zip without ratings", "ml.zip", Archives.zip("x.csv"), "ratings.csv, ratings.dat"),
        argumentSet(
            "a zip that climbs out",
            "ml.zip",
            Archives.zip("../../ratings.csv"),
            "which would be written outside of its folder"),
        argumentSet(
            "a zip with an absolute name",
            "ml.zip",
            Archives.zip("/etc/ratings.csv"),
            "which would be written outside of its folder"),
        argumentSet(
            "a zip that climbs by backslashes",
            "ml.zip",
            Archives.zip("..\\..\\ratings.csv"),
            "which would be written outside of its folder"),
        argumentSet(
            "only an ending", ".gz", Archives.cut(Archives.gzip()), "is truncated or no gzip"),
        argumentSet("a huge directory", "ml.zip", Archives.hugeDirectory(), "holds too many files"),
        argumentSet("oversized", "ratings.csv", new byte[100_001], "has more than 100,000 bytes"),
        argumentSet("a bomb", "ml.zip", Archives.bomb(), "has more than 100,000 bytes unpacked"));
  }

  static Stream<Arguments> oddArchives() {
    return Stream.of(
        argumentSet("a file and a folder of one name", List.of("ratings.csv/x", "ratings.csv")),
        argumentSet("a folder named as its file", List.of("ratings.csv/ratings.csv")),
        argumentSet("backslashes", List.of("ml\\ratings.csv")),
        argumentSet("a NUL in a folder's name", List.of("a\0b/ratings.csv")),
        argumentSet("a NUL in another file's name", List.of("a\0b.txt", "ratings.csv")),
        argumentSet(
            "names of more bytes than a file system takes",
            List.of("\u00e9".repeat(300) + "/x", "\u00e9".repeat(300) + "/ratings.csv")),
        argumentSet("letters that no ASCII locale has", List.of("\u6620\u753b/ratings.csv")),
        argumentSet("a folder of dots", List.of("./.../ratings.csv")));
  }

  @ParameterizedTest
  @MethodSource("oddArchives")
  void readsTheRatingsOfAnArchiveWithOddNames(List<String> entries) throws Exception {
    Path file = folder.resolve("ml.zip");
    Files.write(file, Archives.zip(entries, Archives.bytes(HEADER + "1,5,4.0,100\n")));
    assertThat(bench.ratings(bench.imported(file))).containsExactly("1,5,4.0,100");
    assertThat(new Staging(bench.home.staging()).folders()).isEmpty();
  }

  @Test
  void unpacksNoArchiveToManyTimesItsSize() throws Exception {
    bench.close();
    bench = new ImportBench(folder.resolve("roomy"), new ImportLimits(100_000_000, 200, 256));
    Path file = folder.resolve("ml.zip");
    Files.write(file, Archives.zip("ratings.csv", new byte[20_000_000]));
    OperationFailure error = failure(file);
    assertThat(error.reason()).isEqualTo(Reason.IMPORT_UNREADABLE);
    assertThat(error.message()).startsWith("ml.zip unpacks to more than 200 times its size; ");
    assertThat(new Staging(bench.home.staging()).folders()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("unreadableFiles")
  void namesTheFileAndTheFix(String name, byte[] content, String problem) throws Exception {
    Path file = folder.resolve(name);
    Files.write(file, content);
    OperationFailure error = failure(file);
    assertThat(error.reason()).isEqualTo(Reason.IMPORT_UNREADABLE);
    assertThat(error.message()).startsWith(name + " ").contains(problem).contains("; ");
    assertThat(error.details()).containsEntry("file", name);
    assertThat(folder.resolve("home").resolve("ratings.csv")).doesNotExist();
  }

  @Test
  void refusesAPathThatDoesNotExist() {
    ImportRequest request = ImportBench.request(folder.resolve("nowhere"));
    assertThatThrownBy(() -> bench.importer.begin(request))
        .isInstanceOfSatisfying(
            MatineeException.class,
            refused -> assertThat(refused.reason()).isEqualTo(Reason.IMPORT_PATH_REFUSED));
  }

  private OperationFailure failure(Path file) throws InterruptedException {
    return bench.failure(ImportBench.request(file));
  }
}

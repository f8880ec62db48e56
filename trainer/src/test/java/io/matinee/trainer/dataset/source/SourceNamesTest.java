package io.matinee.trainer.dataset.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matinee.model.source.CatalogueFile;
import io.matinee.model.source.RatingsForm;
import io.matinee.runtime.error.MatineeException;
import io.matinee.trainer.dataset.form.FormDetection;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an import finds in folders and archives, whatever they and their files are called. */
class SourceNamesTest {
  private static final String ROWS = "userId,movieId,rating,timestamp\n1,5,4.0,100\n";
  private static final int LOCAL_FLAGS_AT = 6;
  private static final int LOCAL_METHOD_AT = 8;

  @TempDir Path folder;
  private Path source;

  @BeforeEach
  void makeSource() throws IOException {
    source = Files.createDirectory(folder.resolve("source"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rating=5",
        "[a]",
        "*",
        "?",
        "%41",
        "x.gz",
        "x.zip",
        "a'b\"c",
        "{a,b}",
        "~",
        "file:",
        "a b",
        "\u00fc\u4e2d",
        "\\",
        "line\nline",
        "$HOME",
        "-rf",
        "a/b/c/d/e/f/g/h"
      })
  void findsRatingsAndTheirNeighboursInAnyFolder(String name) throws IOException {
    Path ratings = write(name + "/ratings.csv");
    Path movies = write(name + "/movies.csv");
    SourceFiles found = locate(source);
    assertThat(found.ratings().getFirst()).isEqualTo(ratings);
    assertThat(found.beside()).containsEntry(CatalogueFile.MOVIES, movies);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rating=5/ratings.csv", "a/b/c/d/e/f/g/h/ratings.csv", "[*]/?/ratings.csv",
        "a\\b\\ratings.csv", "\u00fc/RATINGS.CSV", "x.zip/ratings.csv.gz/ratings.csv"
      })
  void findsRatingsInAnyFolderOfAZip(String entry) throws IOException {
    assertThat(locate(zip(entry)).ratings().getFirst()).hasContent(ROWS.strip());
  }

  @Test
  void findsNeighboursWhateverTheirCapitals() throws IOException {
    write("RATINGS.CSV");
    Path movies = write("Movies.CSV");
    assertThat(locate(source).beside()).containsEntry(CatalogueFile.MOVIES, movies);
  }

  @Test
  void takesTheNearestRatings() throws IOException {
    Path nearest = write("b/ratings.csv");
    write("a/a/ratings.csv");
    assertThat(locate(source).ratings().getFirst()).isEqualTo(nearest);
    assertThat(locate(zip("a/a/ratings.csv", "b/Ratings.csv")).ratings().getFirst())
        .hasFileName("ratings.csv")
        .satisfies(file -> assertThat(file.getParent()).hasFileName("2-b"));
  }

  @Test
  void takesRatingsBesideWatches() throws IOException {
    Path ratings = write("ratings.tsv");
    write("watches.csv");
    assertThat(locate(source).ratings()).containsExactly(ratings);
    assertThat(locate(zip("watches.csv", "ratings.csv")).ratings())
        .singleElement()
        .satisfies(file -> assertThat(file).hasFileName("ratings.csv"));
  }

  @Test
  void refusesSeveralRatingsAsNearNamingTwo() throws IOException {
    write("b/ratings.csv");
    write("a/ratings.dat");
    assertThatThrownBy(() -> locate(source))
        .isInstanceOf(MatineeException.class)
        .hasMessageContaining("several files of ratings: \"a/ratings.dat\" and \"b/ratings.csv\"");
    assertThat(
            locate(source, new FormDetection(Optional.of(RatingsForm.DELIMITED), List.of()))
                .ratings()
                .getFirst())
        .isEqualTo(source.resolve("b/ratings.csv"));
    assertThatThrownBy(() -> locate(zip("\u00e4 b/ratings.csv", "c/u.data")))
        .isInstanceOf(MatineeException.class)
        .hasMessageContaining("b/ratings.csv")
        .hasMessageContaining("\"c/u.data\"");
    assertThatThrownBy(() -> locate(zip("ratings.csv", "Ratings.csv")))
        .isInstanceOf(MatineeException.class)
        .hasMessageContaining("holds both \"ratings.csv\" and \"Ratings.csv\"");
  }

  @Test
  void leavesOutWhatMacOsPacksBesideTheFiles() throws IOException {
    write("__MACOSX/ratings.csv");
    Path ratings = write("x/ratings.csv");
    assertThat(locate(source).ratings().getFirst()).isEqualTo(ratings);
    assertThat(locate(zip("__MACOSX/ratings.csv", "x/ratings.csv")).ratings().getFirst())
        .hasContent(ROWS.strip());
  }

  @Test
  void followsLinksBelowTheRootOnce() throws IOException {
    Path real = write("deep/er/ratings.csv");
    Files.createSymbolicLink(source.resolve("deep/er/back"), source);
    Path linked = Files.createDirectory(folder.resolve("linked"));
    Path link = Files.createSymbolicLink(linked.resolve("folder"), source.resolve("deep/er"));
    Files.createSymbolicLink(linked.resolve("again"), source.resolve("deep/er"));
    assertThat(locate(source).ratings().getFirst()).isEqualTo(real);
    assertThat(locate(linked).ratings().getFirst())
        .hasSameBinaryContentAs(link.resolve("ratings.csv"));
    Path single = Files.createDirectory(folder.resolve("single"));
    Path file = Files.createSymbolicLink(single.resolve("ratings.csv"), real);
    assertThat(locate(single).ratings().getFirst()).isEqualTo(file);
  }

  /** No text can say such a name: it is found, or a link leads to it. */
  @Test
  void readsBelowANameThatIsNotUtf8() throws Exception {
    Path archive = zip("ratings.csv");
    Path ratings = Files.writeString(folder.resolve("ratings.csv"), ROWS);
    String script =
        "d=\"$1/$(printf 'a\\377')\" && mkdir \"$d\" && cp \"$2\" \"$3\" \"$d\" && ln -s \"$d\" \"$4\"";
    Path link = folder.resolve("link");
    Process process =
        new ProcessBuilder(
                "sh", "-c", script, "sh", text(source), text(archive), text(ratings), text(link))
            .start();
    assertThat(process.waitFor()).isZero();
    assertThat(Files.readString(locate(source).ratings().getFirst())).isEqualTo(ROWS);
    Path real = new ImportRoots(List.of(folder)).follow(link.resolve("set.zip"));
    assertThat(locate(real).ratings().getFirst()).hasContent(ROWS.strip());
  }

  private static String text(Path path) {
    return path.toString();
  }

  @Test
  void saysThatAZipIsEncryptedOrCompressedOtherwise() throws IOException {
    assertThatThrownBy(() -> locate(patched(LOCAL_FLAGS_AT, 1)))
        .hasMessageContaining("is encrypted; pack its files without a password");
    assertThatThrownBy(() -> locate(patched(LOCAL_METHOD_AT, 9)))
        .hasMessageContaining("is compressed by a method other than Deflate");
  }

  @Test
  void readsAZipWhoseSizesStandInItsSecondEnd() throws IOException {
    ByteBuffer plain = little(Files.readAllBytes(zip("ratings.csv")));
    int end = plain.capacity() - 22;
    int directory = plain.getInt(end + 16);
    ByteBuffer large = little(new byte[plain.capacity() + 56 + 20]);
    large.put(plain.slice(0, end));
    large.putInt(0x06064b50).putLong(44).putShort((short) 45).putShort((short) 45).putInt(0);
    large.putInt(0).putLong(1).putLong(1).putLong(end - directory).putLong(directory);
    large.putInt(0x07064b50).putInt(0).putLong(end).putInt(1);
    large.putInt(0x06054b50).putInt(0).putInt(-1).putInt(-1).putInt(-1).putShort((short) 0);
    Path archive = Files.write(folder.resolve("large.zip"), large.array());
    assertThat(locate(archive).ratings().getFirst()).hasContent(ROWS.strip());
    large.putLong(end + 40, 1L << 40);
    Files.write(archive, large.array());
    assertThatThrownBy(() -> locate(archive)).hasMessageContaining("holds too many files");
  }

  private SourceFiles locate(Path place) throws IOException {
    return locate(place, FormDetection.UNAIDED);
  }

  private SourceFiles locate(Path place, FormDetection form) throws IOException {
    ImportRoots roots = new ImportRoots(List.of(folder));
    Path unpacked = Files.createTempDirectory(folder, "unpacked");
    SourceLocator locator =
        new SourceLocator(unpacked, new ImportLimits(1_000_000, 200, 256), roots::hold, () -> {});
    return (SourceFiles) locator.locate(place, form);
  }

  private Path write(String name) throws IOException {
    Path file = source.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, ROWS);
  }

  private Path zip(String... entries) throws IOException {
    Path archive = folder.resolve("set.zip");
    try (OutputStream file = Files.newOutputStream(archive);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      for (String entry : entries) {
        zip.putNextEntry(new ZipEntry(entry));
        zip.write(ROWS.getBytes(StandardCharsets.UTF_8));
      }
    }
    return archive;
  }

  /** A zip with a short of its entry changed, where the entry stands and in the directory. */
  private Path patched(int at, int value) throws IOException {
    Path archive = zip("ratings.csv");
    ByteBuffer bytes = little(Files.readAllBytes(archive));
    int directory = bytes.getInt(bytes.capacity() - 6);
    bytes.putShort(at, (short) value);
    bytes.putShort(directory + at + 2, (short) value);
    return Files.write(archive, bytes.array());
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}

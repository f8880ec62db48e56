package io.matinee.model.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.matinee.model.ratings.IdDictionary;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read of files of others, and what is refused by its array. */
class FactorFileTest {
  private static final IdDictionary MOVIES = IdDictionary.of(List.of("7", "10", "99"));
  private static final IdDictionary USERS = IdDictionary.of(List.of("007", "\u00e9", "x"));
  private static final byte[] IDS = array("<i8", "2,", 16, bytes -> bytes.putLong(7).putLong(10));
  private static final byte[] VECTORS = floats("<f4", "2, 2", 1, 2, 3, 4);

  @TempDir Path folder;

  @Test
  void readsWhatIsExportedInTheOrderOfTheDataSet() throws IOException {
    Path numpy = folder.resolve("scorer.npz");
    Path safetensors = folder.resolve("scorer.safetensors");
    NumpyExport.write(numpy, SmallExport.scorer());
    SafetensorsExport.write(safetensors, SmallExport.scorer());

    for (Path file : List.of(numpy, safetensors)) {
      try (FactorFile factors = FactorFile.open(file)) {
        FactorRows movies = factors.read("movie", MOVIES);
        FactorRows users = factors.read("user", USERS);

        assertThat(factors.dimension()).isEqualTo(2);
        assertThat(factors.mean()).isEqualTo(.1f);
        assertThat(factors.text("algorithm")).contains("als");
        assertThat(movies.factors()).containsExactly(1, 2, 3, 4, 0, 0);
        assertThat(movies.bias()).containsExactly(.5f, -.5f, 0);
        assertThat(movies.unknown()).isZero();
        assertThat(users.factors()).containsExactly(5, 6, 0, 0, 9, 10);
        assertThat(users.present().cardinality()).isEqualTo(2);
        assertThat(users.unknown()).isEqualTo(1);
        assertThat(users.unknownExample()).isEqualTo("a\ud83d\ude00");
        assertThat(users.narrowed()).isFalse();
      }
    }
  }

  @Test
  void narrowsFloatsOf64BitsAndNeedsNoBiases() throws IOException {
    byte[] wide =
        array(
            "<f8", "2, 2", 32, bytes -> bytes.putDouble(1).putDouble(2).putDouble(3).putDouble(.1));
    try (FactorFile factors = FactorFile.open(written(Map.of("movie_factors", wide)))) {
      FactorRows movies = factors.read("movie", MOVIES);

      assertThat(movies.factors()).containsExactly(1, 2, 3, .1f, 0, 0);
      assertThat(movies.bias()).isEmpty();
      assertThat(movies.narrowed()).isTrue();
      assertThat(factors.mean()).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource
  void refusesByTheArray(Map<String, byte[]> arrays, String problem) throws IOException {
    Path file = written(arrays);

    assertThatThrownBy(
            () -> {
              try (FactorFile factors = FactorFile.open(file)) {
                factors.dimension();
                factors.read("movie", MOVIES);
              }
            })
        .isInstanceOf(UnreadableScorerException.class)
        .hasMessageContaining(problem);
  }

  static Stream<Arguments> refusesByTheArray() {
    return Stream.of(
        refused(
            "a flat array", "movie_factors", floats("<f4", "4,", 1, 2, 3, 4), "must be [rows, d]"),
        refused("NaN", "movie_factors", floats("<f4", "2, 2", 1, Float.NaN, 3, 4), "holds NaN"),
        refused(
            "pickled objects",
            "movie_factors",
            array("|O", "2, 2", 32, it -> it),
            "pickled objects"),
        refused(
            "half floats",
            "movie_factors",
            array("<f2", "2, 2", 8, it -> it),
            "movie_factors is of the type <f2; save numbers by astype(\"float32\")"),
        refused("the other byte order", "movie_factors", floats(">f4", "2, 2", 1, 2, 3, 4), ">f4"),
        refused(
            "Fortran's order",
            "movie_factors",
            new String(VECTORS, StandardCharsets.ISO_8859_1)
                .replace("'fortran_order': False", "'fortran_order':  True")
                .getBytes(StandardCharsets.ISO_8859_1),
            "numpy.ascontiguousarray(movie_factors)"),
        refused(
            "a shape of more than there is",
            "movie_factors",
            floats("<f4", "2000000000, 2", 1, 2, 3, 4),
            "holds 16 bytes where its shape"),
        refused(
            "an overflowing shape",
            "movie_factors",
            floats("<f4", "999999999999999999, 999999999999999999", 1),
            "overflowing shape"),
        refused(
            "more rows than ids", "movie_ids", array("<i8", "1,", 8, it -> it.putLong(7)), "1 ids"),
        refused(
            "an id twice",
            "movie_ids",
            array("<i8", "2,", 16, it -> it.putLong(7).putLong(7)),
            "names 7 twice"),
        refused(
            "ids of nobody",
            "movie_ids",
            array("<i8", "2,", 16, it -> it.putLong(8).putLong(9)),
            "whose ids begin with 7, those of the file with 8"),
        refused("ids as floats", "movie_ids", floats("<f4", "2,", 7, 10), "movie_ids holds floats"),
        refused(
            "a bias of another length",
            "movie_bias",
            floats("<f4", "3,", 1, 2, 3),
            "movie_bias has the shape [3]; it must be [2]"),
        refused(
            "vectors of other lengths",
            "user_factors",
            floats("<f4", "2, 1", 1, 2),
            "user_factors has vectors of length 1, and movie_factors of 2"),
        refused("no array", "movie_factors", new byte[] {1, 2}, "is no array of NumPy"),
        refused(
            "an array that is cut off",
            "movie_factors",
            Arrays.copyOf(VECTORS, 40),
            "is damaged or cut off"));
  }

  @Test
  void refusesAnArchiveThatIsCutOffAndOtherFiles() throws IOException {
    byte[] whole = Files.readAllBytes(written(Map.of()));
    for (byte[] bytes :
        List.of(
            Arrays.copyOf(whole, whole.length / 2),
            "user,movie\n".getBytes(StandardCharsets.UTF_8),
            new byte[0])) {
      Path file = Files.write(folder.resolve("other"), bytes);

      assertThatThrownBy(() -> FactorFile.open(file))
          .isInstanceOf(UnreadableScorerException.class)
          .hasMessageContaining("save it again");
    }
  }

  private static Arguments refused(String what, String name, byte[] array, String problem) {
    return argumentSet(what, Map.of(name, array), problem);
  }

  /** An archive that can be read, with some arrays in place of others. */
  private Path written(Map<String, byte[]> others) throws IOException {
    Map<String, byte[]> arrays =
        new TreeMap<>(
            Map.of(
                "movie_ids", IDS,
                "movie_factors", VECTORS,
                "user_ids", IDS,
                "user_factors", VECTORS));
    arrays.putAll(others);
    Path file = folder.resolve("made.npz");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> array : arrays.entrySet()) {
        zip.putNextEntry(new ZipEntry(array.getKey() + ".npy"));
        zip.write(array.getValue());
      }
    }
    return file;
  }

  private static byte[] floats(String type, String shape, float... values) {
    return array(
        type,
        shape,
        values.length * Float.BYTES,
        bytes -> {
          for (float value : values) {
            bytes.putFloat(value);
          }
          return bytes;
        });
  }

  private static byte[] array(String type, String shape, int bytes, Filling filling) {
    byte[] header =
        "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }\n"
            .formatted(type, shape)
            .getBytes(StandardCharsets.US_ASCII);
    ByteBuffer array =
        ByteBuffer.allocate(10 + header.length + bytes).order(ByteOrder.LITTLE_ENDIAN);
    array.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
    array.putShort((short) header.length).put(header);
    return filling.fill(array).array();
  }

  private interface Filling {
    ByteBuffer fill(ByteBuffer bytes);
  }
}

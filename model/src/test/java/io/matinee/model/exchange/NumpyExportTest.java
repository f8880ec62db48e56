package io.matinee.model.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bytes of archives of NumPy. Python opens them in the external tests. */
class NumpyExportTest {
  private static final int HEADER = 10;

  @TempDir Path folder;

  @Test
  void writesNumbersInTheirShape() throws IOException {
    byte[] factors = array("movie_factors");

    assertThat(factors).startsWith(0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0);
    assertThat(description(factors))
        .startsWith("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 2,), }")
        .endsWith("\n");
    assertThat(data(factors).getFloat(12)).isEqualTo(4);
    assertThat(description(array("movie_ids"))).contains("'<i8'", "(2,)");
    assertThat(data(array("movie_ids")).getLong(8)).isEqualTo(10);
  }

  @Test
  void writesTextsWithoutPickle() throws IOException {
    byte[] users = array("user_ids");

    assertThat(description(users)).contains("'<U3'", "(3,)");
    assertThat(text(users)).isEqualTo("007a\ud83d\ude00\0\u00e9\0\0");
    assertThat(description(array("algorithm"))).contains("'<U3'", "'shape': ()");
    assertThat(text(array("algorithm"))).isEqualTo("als");
  }

  @Test
  void writesZerosForNoBiases() throws IOException {
    assertThat(description(array("user_bias"))).contains("(3,)");
    assertThat(data(array("user_bias")).getFloat(8)).isZero();
  }

  @Test
  void writesTheSameBytesAgain() throws IOException {
    assertThat(written("other.npz")).hasSameBinaryContentAs(written("one.npz"));
  }

  private Path written(String name) throws IOException {
    Path file = folder.resolve(name);
    NumpyExport.write(file, SmallExport.scorer());
    return file;
  }

  private byte[] array(String name) throws IOException {
    Path file = written("scorer.npz");
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return zip.getInputStream(zip.getEntry(name + ".npy")).readAllBytes();
    } finally {
      Files.delete(file);
    }
  }

  private static int descriptionLength(byte[] array) {
    return ByteBuffer.wrap(array).order(ByteOrder.LITTLE_ENDIAN).getShort(8);
  }

  private static String description(byte[] array) {
    return new String(array, HEADER, descriptionLength(array), StandardCharsets.US_ASCII);
  }

  private static ByteBuffer data(byte[] array) {
    int start = HEADER + descriptionLength(array);
    assertThat(start % 64).isZero();
    return ByteBuffer.wrap(Arrays.copyOfRange(array, start, array.length))
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  private static String text(byte[] array) {
    return Charset.forName("UTF-32LE").decode(data(array)).toString();
  }
}

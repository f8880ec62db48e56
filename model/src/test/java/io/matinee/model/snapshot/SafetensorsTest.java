package io.matinee.model.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsTest {
  @TempDir Path folder;

  @Test
  void givesArraysBackAlignedAndWithoutGaps() throws IOException {
    Path file = folder.resolve("arrays");
    SafetensorsWriter.write(
        file,
        List.of(
            Tensor.of("floats", new float[] {1.5f, -2, 3}, 3, 1),
            Tensor.of("none", new float[0], 0, 4),
            Tensor.ofAll("longs", TensorType.I64, MemorySegment.ofArray(new long[] {1L << 40, -1})),
            Tensor.ofAll("integers", TensorType.I32, MemorySegment.ofArray(new int[] {7}))));
    try (Arena arena = Arena.ofConfined()) {
      SafetensorsFile arrays = map(file, "arrays", arena);
      assertThat(arrays.tensor("longs", TensorType.I64, 2).toArray(ValueLayout.JAVA_LONG))
          .containsExactly(1L << 40, -1);
      assertThat(arrays.tensor("floats", TensorType.F32, 3, 1).toArray(ValueLayout.JAVA_FLOAT))
          .containsExactly(1.5f, -2, 3);
      assertThat(arrays.tensor("integers", TensorType.I32, 1).toArray(ValueLayout.JAVA_INT))
          .containsExactly(7);
      assertThat(arrays.tensor("none", TensorType.F32, 0, 4).byteSize()).isZero();
      assertThat(arrays.tensor("longs", TensorType.I64, 2).address() % 64).isZero();
    }
  }

  @Test
  void isReadableByTheWordOfTheFormat() throws IOException {
    Path file = folder.resolve("arrays");
    SafetensorsWriter.write(file, List.of(Tensor.of("a", new float[] {1}, 1)));
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    int length = (int) bytes.getLong();
    String header = new String(bytes.array(), 8, length, StandardCharsets.UTF_8);
    assertThat((8 + length) % 64).isZero();
    assertThat(header).startsWith("{\"a\":{").contains("\"data_offsets\":[0,4]");
    assertThat(bytes.getFloat(8 + length)).isEqualTo(1f);
  }

  @Test
  void writesArraysLongerThanItsBuffer() throws IOException {
    float[] values = new float[(1 << 18) + 3];
    values[values.length - 1] = 9;
    Path file = folder.resolve("arrays");
    SafetensorsWriter.write(file, List.of(Tensor.of("a", values, values.length)));
    try (Arena arena = Arena.ofConfined()) {
      assertThat(
              map(file, "arrays", arena)
                  .tensor("a", TensorType.F32, values.length)
                  .toArray(ValueLayout.JAVA_FLOAT))
          .isEqualTo(values);
    }
  }

  @ParameterizedTest
  @CsvSource({"b, F32, 2", "a, I32, 2", "a, F32, 3"})
  void refusesAnArrayThatIsNotThere(String name, String type, long length) throws IOException {
    Path file = folder.resolve("arrays");
    SafetensorsWriter.write(file, List.of(Tensor.of("a", new float[2], 2)));
    try (Arena arena = Arena.ofConfined()) {
      SafetensorsFile arrays = map(file, "blob", arena);
      assertThatThrownBy(() -> arrays.tensor(name, TensorType.valueOf(type), length))
          .isInstanceOf(CorruptBlobException.class)
          .hasMessageContaining("blob blob is corrupt");
    }
  }

  /** Headers of a file with 8 bytes of data. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "[]; not a JSON object",
        "{`a`:; end-of-input",
        "{} x; Unrecognized token",
        "{}; 8 bytes of data where the header says 0",
        "{`a`:{`dtype`:`F16`,`shape`:[4],`data_offsets`:[0,8]}}; unknown type 'F16'",
        "{`a`:{`dtype`:`F32`,`data_offsets`:[0,8]}}; without shape",
        "{`a`:{`dtype`:`F32`,`shape`:[2]}}; without shape or offsets",
        "{`a`:{`dtype`:`F32`,`shape`:[2],`data_offsets`:[8]}}; without a start and an end",
        "{`a`:{`dtype`:`F32`,`shape`:[-2],`data_offsets`:[0,8]}}; dimension or offset -2",
        "{`a`:{`dtype`:`F32`,`shape`:[2.0],`data_offsets`:[0,8]}}; dimension or offset 2.0",
        "{`a`:{`dtype`:`F32`,`shape`:[3],`data_offsets`:[0,8]}}; shape [3] between",
        "{`a`:{`dtype`:`F32`,`shape`:[2],`data_offsets`:[8,0]}}; between offsets [8, 0]",
        "{`a`:{`dtype`:`F32`,`shape`:[2],`data_offsets`:[4,12]}}; an array at 4",
        "{`a`:{`dtype`:`F32`,`shape`:[4],`data_offsets`:[0,16]}}; 8 bytes of data where",
        "{`a`:{`dtype`:`F32`,`shape`:[1],`data_offsets`:[0,4]}}; 8 bytes of data where",
        "{`a`:{`dtype`:`I64`,`shape`:[4611686018427387904],`data_offsets`:[0,8]}}; overflowing",
        "{`a`:{`dtype`:`F32`,`shape`:[2],`data_offsets`:[0,8]},`b`:{`dtype`:`F32`,`shape`:[1],`data_offsets`:[4,8]}}; an array at 4 where",
        "{`a`:{`dtype`:`F32`,`shape`:[1],`data_offsets`:[0,4]},`a`:{`dtype`:`F32`,`shape`:[1],`data_offsets`:[4,8]}}; Duplicate field"
      })
  void refusesABadHeader(String header, String problem) throws IOException {
    assertRefused(file(header.replace('`', '"'), 8), problem);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 1, 25, 1L << 62, Long.MIN_VALUE})
  void refusesAHeaderLengthThatDoesNotFit(long length) throws IOException {
    byte[] bytes = file("{}", 8);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
    assertRefused(bytes, "a header of " + length + " bytes");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7})
  void refusesAFileWithoutALength(int bytes) throws IOException {
    assertRefused(new byte[bytes], "fewer than 8 bytes");
  }

  @Test
  void acceptsMetadata() throws IOException {
    String header =
        "{\"__metadata__\":{\"by\":\"me\"},"
            + "\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}";
    Path file = Files.write(folder.resolve("arrays"), file(header, 8));
    try (Arena arena = Arena.ofConfined()) {
      SafetensorsFile arrays = map(file, "arrays", arena);
      assertThat(arrays.rows("a")).isEqualTo(2);
    }
  }

  private static SafetensorsFile map(Path file, String name, Arena arena) throws IOException {
    MappedBlob blob = MappedBlob.map(file, Digests.reference(name, file), arena);
    return SafetensorsFile.of(name, blob.bytes());
  }

  private void assertRefused(byte[] bytes, String problem) throws IOException {
    Path file = Files.write(folder.resolve("arrays"), bytes);
    try (Arena arena = Arena.ofConfined()) {
      assertThatThrownBy(() -> map(file, "factors", arena))
          .isInstanceOf(CorruptBlobException.class)
          .hasMessageStartingWith("blob factors is corrupt: expected safetensors")
          .hasMessageContaining(problem);
    }
  }

  private static byte[] file(String header, int dataBytes) {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + json.length + dataBytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(json.length)
        .put(json)
        .array();
  }
}

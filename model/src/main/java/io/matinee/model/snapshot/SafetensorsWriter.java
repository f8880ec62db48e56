package io.matinee.model.snapshot;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.matinee.model.durable.DurableFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes arrays in the safetensors format: the length of the header as 8 little-endian bytes, a
 * JSON header padded with spaces, then the arrays without gaps, little-endian.
 *
 * <p>The data starts at a multiple of 64 bytes and wider elements come first, so every element lies
 * at a multiple of its size.
 */
public final class SafetensorsWriter {
  private static final String METADATA = "__metadata__";
  static final int ALIGNMENT = 64;
  private static final int LENGTH_BYTES = Long.BYTES;
  private static final int CHUNK_BYTES = 1 << 20;
  private static final JsonMapper MAPPER = new JsonMapper();

  private SafetensorsWriter() {}

  static void write(Path file, List<Tensor> tensors) throws IOException {
    write(file, tensors, Map.of());
  }

  /**
   * Writes arrays, durably.
   *
   * @param tensors what to write, each name once
   * @param metadata texts by name, in their order; none are written where there are none
   */
  public static void write(Path file, List<Tensor> tensors, Map<String, String> metadata)
      throws IOException {
    List<Tensor> ordered = tensors.stream().sorted(Comparator.comparing(Tensor::type)).toList();
    DurableFiles.write(
        file,
        channel -> {
          DurableFiles.writeFully(channel, header(ordered, metadata));
          ByteBuffer buffer = ByteBuffer.allocateDirect(CHUNK_BYTES);
          for (Tensor tensor : ordered) {
            tensor.write(buffer, part -> DurableFiles.writeFully(channel, part));
          }
        });
  }

  private static ByteBuffer header(List<Tensor> tensors, Map<String, String> metadata)
      throws IOException {
    Map<String, Object> entries = new LinkedHashMap<>();
    if (!metadata.isEmpty()) {
      entries.put(METADATA, metadata);
    }
    long offset = 0;
    for (Tensor tensor : tensors) {
      long end = offset + tensor.data().byteSize();
      entries.put(
          tensor.name(), new Entry(tensor.type().name(), tensor.shape(), List.of(offset, end)));
      offset = end;
    }
    byte[] json = MAPPER.writeValueAsString(entries).getBytes(StandardCharsets.UTF_8);
    int length = Math.ceilDiv(LENGTH_BYTES + json.length, ALIGNMENT) * ALIGNMENT;
    ByteBuffer header = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    header.putLong(length - LENGTH_BYTES).put(json);
    while (header.hasRemaining()) {
      header.put((byte) ' ');
    }
    return header.flip();
  }

  /**
   * An array in the header. A record keeps the order of its parts, so that equal arrays make equal
   * files.
   */
  @JsonPropertyOrder({"dtype", "shape", "data_offsets"})
  private record Entry(
      String dtype, List<Long> shape, @JsonProperty("data_offsets") List<Long> dataOffsets) {}
}

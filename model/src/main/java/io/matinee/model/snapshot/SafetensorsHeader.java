package io.matinee.model.snapshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.matinee.model.memory.LittleEndian;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The header of a safetensors file, checked: arrays neither overlap nor leave gaps, fill the file
 * to its end, and each is as long as its type and shape say.
 *
 * @param dataStart where the data begins in the file, in bytes
 * @param entries the arrays by name
 * @param metadata texts by name; what there is no text is left out
 */
record SafetensorsHeader(long dataStart, Map<String, Entry> entries, Map<String, String> metadata) {
  private static final long LONGEST = 100L << 20;
  private static final String METADATA = "__metadata__";
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * Where an array lies.
   *
   * @param type the type of its elements
   * @param shape its dimensions
   * @param start its first byte, from the start of the data
   * @param end one past its last byte
   */
  record Entry(TensorType type, List<Long> shape, long start, long end) {}

  static SafetensorsHeader read(MemorySegment file, String blobName) {
    try {
      require(file.byteSize() >= Long.BYTES, "fewer than 8 bytes");
      long length = file.get(LittleEndian.LONG, 0);
      require(
          length >= 2 && length <= LONGEST && length <= file.byteSize() - Long.BYTES,
          "a header of " + length + " bytes in a file of " + file.byteSize());
      byte[] json = file.asSlice(Long.BYTES, length).toArray(ValueLayout.JAVA_BYTE);
      JsonNode root = MAPPER.readTree(new String(json, StandardCharsets.UTF_8));
      Map<String, Entry> entries = entries(root);
      long dataStart = Long.BYTES + length;
      requireContiguous(entries, file.byteSize() - dataStart);
      return new SafetensorsHeader(dataStart, entries, metadata(root.path(METADATA)));
    } catch (JsonProcessingException | MalformedHeaderException failure) {
      throw new CorruptBlobException(blobName, "safetensors", String.valueOf(failure.getMessage()));
    }
  }

  private static Map<String, String> metadata(JsonNode texts) {
    Map<String, String> metadata = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> text : texts.properties()) {
      if (text.getValue().isTextual()) {
        metadata.put(text.getKey(), text.getValue().textValue());
      }
    }
    return metadata;
  }

  private static Map<String, Entry> entries(JsonNode root) throws MalformedHeaderException {
    require(root.isObject(), "a header that is not a JSON object");
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> property : root.properties()) {
      if (!property.getKey().equals(METADATA)) {
        entries.put(property.getKey(), entry(property.getKey(), property.getValue()));
      }
    }
    return entries;
  }

  private static Entry entry(String name, JsonNode node) throws MalformedHeaderException {
    String typeName = node.path("dtype").asText();
    TensorType type =
        TensorType.named(typeName)
            .orElseThrow(
                () ->
                    new MalformedHeaderException(
                        "array %s of unknown type '%s'".formatted(name, typeName)));
    List<Long> shape = numbers(name, node.path("shape"));
    List<Long> offsets = numbers(name, node.path("data_offsets"));
    require(offsets.size() == 2, "array " + name + " without a start and an end");
    Entry entry = new Entry(type, shape, offsets.getFirst(), offsets.getLast());
    require(
        entry.end() - entry.start() == byteSize(name, type, shape),
        "array %s of shape %s between offsets %s".formatted(name, shape, offsets));
    return entry;
  }

  private static List<Long> numbers(String name, JsonNode array) throws MalformedHeaderException {
    require(array.isArray(), "array " + name + " without shape or offsets");
    List<Long> numbers = new ArrayList<>();
    for (JsonNode element : array) {
      require(
          element.isIntegralNumber() && element.canConvertToLong() && element.longValue() >= 0,
          "array " + name + " with a dimension or offset " + element);
      numbers.add(element.longValue());
    }
    return numbers;
  }

  private static long byteSize(String name, TensorType type, List<Long> shape)
      throws MalformedHeaderException {
    try {
      return shape.stream().reduce((long) type.bytes(), Math::multiplyExact);
    } catch (ArithmeticException overflow) {
      throw new MalformedHeaderException("array " + name + " of overflowing shape " + shape);
    }
  }

  private static void requireContiguous(Map<String, Entry> entries, long dataBytes)
      throws MalformedHeaderException {
    List<Entry> ordered =
        entries.values().stream()
            .sorted(Comparator.comparingLong(Entry::start).thenComparingLong(Entry::end))
            .toList();
    long end = 0;
    for (Entry entry : ordered) {
      require(
          entry.start() == end, "an array at " + entry.start() + " where the last ends at " + end);
      end = entry.end();
    }
    require(end == dataBytes, dataBytes + " bytes of data where the header says " + end);
  }

  private static void require(boolean holds, String found) throws MalformedHeaderException {
    if (!holds) {
      throw new MalformedHeaderException(found);
    }
  }

  /** Says what is wrong with a header. */
  private static final class MalformedHeaderException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedHeaderException(String message) {
      super(message);
    }
  }
}

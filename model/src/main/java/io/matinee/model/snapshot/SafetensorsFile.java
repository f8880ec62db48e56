package io.matinee.model.snapshot;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The arrays of a safetensors file in memory. Reading is thread-safe. */
public final class SafetensorsFile {
  private final String blobName;
  private final MemorySegment data;
  private final Map<String, SafetensorsHeader.Entry> entries;
  private final Map<String, String> metadata;

  private SafetensorsFile(String blobName, MemorySegment data, SafetensorsHeader header) {
    this.blobName = blobName;
    this.data = data;
    this.entries = header.entries();
    this.metadata = header.metadata();
  }

  /**
   * Finds the arrays in what is mapped.
   *
   * @throws CorruptBlobException if the bytes are not safetensors to the letter
   */
  public static SafetensorsFile of(String blobName, MemorySegment bytes) {
    SafetensorsHeader header = SafetensorsHeader.read(bytes, blobName);
    return new SafetensorsFile(blobName, bytes.asSlice(header.dataStart()), header);
  }

  /** Returns the texts beside the arrays, by name. */
  public Map<String, String> metadata() {
    return metadata;
  }

  /** Returns an array, not copied, if there is one of this name. */
  public Optional<Tensor> find(String name) {
    return Optional.ofNullable(entries.get(name))
        .map(
            entry ->
                new Tensor(
                    name,
                    entry.type(),
                    entry.shape(),
                    data.asSlice(entry.start(), entry.end() - entry.start())));
  }

  /**
   * Returns the elements of an array, not copied.
   *
   * @throws CorruptBlobException if there is no array of this name, type and shape
   */
  MemorySegment tensor(String name, TensorType type, long... shape) {
    SafetensorsHeader.Entry entry = entries.get(name);
    List<Long> expected = Arrays.stream(shape).boxed().toList();
    if (entry == null || entry.type() != type || !entry.shape().equals(expected)) {
      throw new CorruptBlobException(
          blobName, "array %s %s %s".formatted(name, type, expected), String.valueOf(entry));
    }
    return data.asSlice(entry.start(), entry.end() - entry.start());
  }

  /**
   * Returns the elements of a one-dimensional array, not copied; none where the array is empty.
   *
   * @throws CorruptBlobException if there is no array of this name and type of length 0 or that
   */
  MemorySegment emptyOr(String name, TensorType type, long length) {
    return tensor(name, type, rows(name) == 0 ? 0 : length);
  }

  /**
   * Returns the first dimension of an array.
   *
   * @throws CorruptBlobException if there is no such array
   */
  long rows(String name) {
    return extent(name, 0);
  }

  /**
   * Returns the second dimension of an array.
   *
   * @throws CorruptBlobException if there is no such array
   */
  long columns(String name) {
    return extent(name, 1);
  }

  private long extent(String name, int axis) {
    SafetensorsHeader.Entry entry = entries.get(name);
    if (entry == null || entry.shape().size() <= axis) {
      throw new CorruptBlobException(blobName, "array " + name, String.valueOf(entry));
    }
    return entry.shape().get(axis);
  }
}

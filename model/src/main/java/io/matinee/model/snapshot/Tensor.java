package io.matinee.model.snapshot;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/**
 * A named array to be written.
 *
 * @param name its name in the file
 * @param type the type of its elements
 * @param shape its dimensions
 * @param data its elements in the byte order of the platform
 */
public record Tensor(String name, TensorType type, List<Long> shape, MemorySegment data) {
  /** Copies the shape. */
  public Tensor {
    shape = List.copyOf(shape);
  }

  /** Returns floats on the heap in a shape, not copied. */
  public static Tensor of(String name, float[] data, long... shape) {
    return new Tensor(name, TensorType.F32, boxed(shape), MemorySegment.ofArray(data));
  }

  /** Returns all elements of a segment in one dimension. */
  public static Tensor ofAll(String name, TensorType type, MemorySegment data) {
    return new Tensor(name, type, List.of(data.byteSize() / type.bytes()), data);
  }

  /**
   * Passes all elements on in little-endian order, by parts.
   *
   * @param buffer what each part is put into, of a multiple of 8 bytes
   * @param sink takes each part, from position 0 to the limit
   */
  public void write(ByteBuffer buffer, Sink sink) throws IOException {
    ValueLayout element = element();
    long size = data.byteSize();
    for (long offset = 0; offset < size; offset += buffer.capacity()) {
      int bytes = (int) Math.min(buffer.capacity(), size - offset);
      MemorySegment.copy(
          data,
          element,
          offset,
          MemorySegment.ofBuffer(buffer.clear()),
          element.withOrder(ByteOrder.LITTLE_ENDIAN),
          0,
          bytes / element.byteSize());
      sink.take(buffer.limit(bytes));
    }
  }

  /** Takes bytes. */
  @FunctionalInterface
  public interface Sink {
    /** Takes what remains in a buffer, which is filled anew afterwards. */
    void take(ByteBuffer part) throws IOException;
  }

  private ValueLayout element() {
    return switch (type) {
      case I64, F64 -> ValueLayout.JAVA_LONG_UNALIGNED;
      case F32, I32 -> ValueLayout.JAVA_INT_UNALIGNED;
      case U8 -> ValueLayout.JAVA_BYTE;
    };
  }

  private static List<Long> boxed(long[] shape) {
    return Arrays.stream(shape).boxed().toList();
  }
}

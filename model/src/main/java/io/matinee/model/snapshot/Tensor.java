package io.matinee.model.snapshot;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
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
record Tensor(String name, TensorType type, List<Long> shape, MemorySegment data) {

  static Tensor of(String name, float[] data, long... shape) {
    return new Tensor(name, TensorType.F32, boxed(shape), MemorySegment.ofArray(data));
  }

  /** All elements of a segment in one dimension. */
  static Tensor ofAll(String name, TensorType type, MemorySegment data) {
    return new Tensor(name, type, List.of(data.byteSize() / type.bytes()), data);
  }

  /** Returns the layout of one element on the platform. */
  ValueLayout element() {
    return switch (type) {
      case I64 -> ValueLayout.JAVA_LONG_UNALIGNED;
      case F32, I32 -> ValueLayout.JAVA_INT_UNALIGNED;
      case U8 -> ValueLayout.JAVA_BYTE;
    };
  }

  private static List<Long> boxed(long[] shape) {
    return Arrays.stream(shape).boxed().toList();
  }
}

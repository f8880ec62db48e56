package io.matinee.model.snapshot;

import java.util.Arrays;
import java.util.Optional;

/** The element types of safetensors that are read; snapshots use all but floats of 64 bits. */
public enum TensorType {
  /** Signed integers of 64 bits. */
  I64(8),
  /** Floats of 64 bits. */
  F64(8),
  /** Floats of 32 bits. */
  F32(4),
  /** Signed integers of 32 bits. */
  I32(4),
  /** Bytes. */
  U8(1);

  private final int bytes;

  TensorType(int bytes) {
    this.bytes = bytes;
  }

  /** Returns the size of an element in bytes. */
  public int bytes() {
    return bytes;
  }

  static Optional<TensorType> named(String name) {
    return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
  }
}

package io.matinee.model.snapshot;

import java.util.Arrays;
import java.util.Optional;

/** The element types of safetensors that snapshots use. */
enum TensorType {
  I64(8),
  F32(4),
  I32(4),
  U8(1);

  private final int bytes;

  TensorType(int bytes) {
    this.bytes = bytes;
  }

  int bytes() {
    return bytes;
  }

  static Optional<TensorType> named(String name) {
    return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
  }
}

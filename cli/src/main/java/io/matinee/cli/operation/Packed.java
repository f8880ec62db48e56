package io.matinee.cli.operation;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;

/** Opens the responses of operations. */
final class Packed {
  private Packed() {}

  static <T extends Message> T open(Any response, Class<T> type) {
    try {
      return response.unpack(type);
    } catch (InvalidProtocolBufferException otherType) {
      throw new IllegalStateException(
          "an operation ended with %s instead of %s"
              .formatted(response.getTypeUrl(), type.getSimpleName()),
          otherType);
    }
  }
}

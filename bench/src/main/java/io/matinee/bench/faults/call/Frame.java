package io.matinee.bench.faults.call;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/** A call as gRPC lays it out in HTTP/2. */
public final class Frame {
  private static final int PREFIX_BYTES = 5;

  private Frame() {}

  /**
   * Returns a message behind its prefix.
   *
   * @param packed whether the prefix says that the message is zipped
   */
  public static byte[] of(boolean packed, byte[] message) {
    return prefixed(packed, message.length, message);
  }

  /** Returns a message behind a prefix that tells another length. */
  static byte[] prefixed(boolean packed, int length, byte[] message) {
    return ByteBuffer.allocate(PREFIX_BYTES + message.length)
        .put((byte) (packed ? 1 : 0))
        .putInt(length)
        .put(message)
        .array();
  }

  /**
   * Returns the headers of a call, in their order; may be changed.
   *
   * @param path of the method
   * @param timeout as gRPC spells it, e.g. "3S"
   */
  public static Map<String, String> headers(String path, String timeout) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(":method", "POST");
    headers.put(":scheme", "http");
    headers.put(":path", path);
    headers.put(":authority", "localhost");
    headers.put("te", "trailers");
    headers.put("content-type", "application/grpc");
    headers.put("grpc-timeout", timeout);
    return headers;
  }
}

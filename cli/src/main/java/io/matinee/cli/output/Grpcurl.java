package io.matinee.cli.output;

import com.google.protobuf.Message;
import io.grpc.MethodDescriptor;

/** The grpcurl line that repeats a call. */
public final class Grpcurl {
  private Grpcurl() {}

  /**
   * Writes the line.
   *
   * @param endpoint host and port of a service without TLS
   * @param method the method
   * @param request the request
   * @return one line for a POSIX shell
   */
  public static String line(String endpoint, MethodDescriptor<?, ?> method, Message request) {
    String json = JsonText.compact(request).replace("'", "'\\''");
    return "grpcurl -plaintext -d '%s' %s %s".formatted(json, endpoint, method.getFullMethodName());
  }
}

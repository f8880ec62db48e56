package io.matinee.runtime.digest;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.matinee.model.digest.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Digests of what requests ask for: equal for two that ask for the same, whatever their {@code
 * request_id}, the page of a list that they want and the order of their maps. A request id that
 * comes again with another digest is {@link io.matinee.runtime.error.UsedRequestId refused}, and so
 * is a page token.
 */
public final class RequestDigest {
  private static final Set<String> ASKS_FOR_NOTHING =
      Set.of("request_id", "page_token", "page_size");

  private RequestDigest() {}

  /**
   * Returns the digest of a request, 64 lower-case hexadecimal digits.
   *
   * @param request the request; its fields {@code request_id}, {@code page_token} and {@code
   *     page_size} are left out
   */
  public static String of(Message request) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      bytes.write(request.getDescriptorForType().getFullName().getBytes(StandardCharsets.UTF_8));
      bytes.write(0);
      CodedOutputStream output = CodedOutputStream.newInstance(bytes);
      output.useDeterministicSerialization();
      askedFor(request).writeTo(output);
      output.flush();
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory takes all bytes", impossible);
    }
    return Sha256.of(bytes.toByteArray());
  }

  private static Message askedFor(Message request) {
    Message.Builder asked = request.toBuilder();
    for (FieldDescriptor field : request.getDescriptorForType().getFields()) {
      if (ASKS_FOR_NOTHING.contains(field.getName())) {
        asked.clearField(field);
      }
    }
    return asked.build();
  }
}

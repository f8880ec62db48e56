package io.matinee.runtime.call;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.matinee.model.digest.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Digests of what requests ask for: equal for two that ask for the same, whatever their {@code
 * request_id} and the order of their maps. A request id that comes again with another digest is
 * {@link io.matinee.runtime.error.UsedRequestId refused}.
 */
public final class RequestDigest {
  private static final String REQUEST_ID = "request_id";

  private RequestDigest() {}

  /**
   * Returns the digest of a request, 64 lower-case hexadecimal digits.
   *
   * @param request the request; a field {@code request_id} of it is left out
   */
  public static String of(Message request) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      bytes.write(request.getDescriptorForType().getFullName().getBytes(StandardCharsets.UTF_8));
      bytes.write(0);
      CodedOutputStream output = CodedOutputStream.newInstance(bytes);
      output.useDeterministicSerialization();
      withoutRequestId(request).writeTo(output);
      output.flush();
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory takes all bytes", impossible);
    }
    return Sha256.of(bytes.toByteArray());
  }

  private static Message withoutRequestId(Message request) {
    FieldDescriptor id = request.getDescriptorForType().findFieldByName(REQUEST_ID);
    return id == null ? request : request.toBuilder().clearField(id).build();
  }
}

package io.matinee.runtime.inbound;

import io.grpc.KnownLength;
import io.grpc.MethodDescriptor;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads the bytes of a request, decompressing no more than a limit. Thread safe. */
final class RawRequestMarshaller implements MethodDescriptor.Marshaller<RawRequest> {
  private static final byte[] NONE = {};

  private final InboundLimit limit;

  RawRequestMarshaller(InboundLimit limit) {
    this.limit = limit;
  }

  @Override
  public RawRequest parse(InputStream stream) {
    try {
      if (stream instanceof KnownLength && stream.available() > limit.bytes()) {
        return new RawRequest(NONE, limit.exceeded());
      }
      byte[] bytes = stream.readNBytes(limit.bytes() + 1);
      return bytes.length > limit.bytes()
          ? new RawRequest(NONE, limit.exceeded())
          : new RawRequest(bytes, null);
    } catch (IOException broken) {
      MatineeException refusal =
          MatineeException.of(
              Reason.INVALID_REQUEST, "the request cannot be decompressed; send it again", broken);
      return new RawRequest(NONE, refusal);
    }
  }

  @Override
  public InputStream stream(RawRequest request) {
    return new ByteArrayInputStream(request.bytes());
  }
}

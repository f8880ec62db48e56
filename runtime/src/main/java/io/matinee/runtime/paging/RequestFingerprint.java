package io.matinee.runtime.paging;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.matinee.model.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Fingerprints of requests: equal for two requests that page through the same list. */
public final class RequestFingerprint {
  private static final HexFormat HEX = HexFormat.of();

  private RequestFingerprint() {}

  /**
   * Returns the fingerprint of a request without its {@code page_token} and {@code page_size}:
   * callers may change the size between pages.
   *
   * @param request the request
   * @param more what else the list depends on, e.g. the model version
   */
  public static String of(Message request, String... more) {
    Message.Builder list = request.toBuilder();
    for (FieldDescriptor field : request.getDescriptorForType().getFields()) {
      if (field.getName().equals("page_token") || field.getName().equals("page_size")) {
        list.clearField(field);
      }
    }
    MessageDigest digest = Sha256.begin();
    digest.update(request.getDescriptorForType().getFullName().getBytes(StandardCharsets.UTF_8));
    digest.update(list.build().toByteArray());
    for (String part : more) {
      digest.update((byte) 0);
      digest.update(part.getBytes(StandardCharsets.UTF_8));
    }
    return HEX.formatHex(digest.digest(), 0, 16);
  }
}

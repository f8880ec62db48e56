package io.matinee.model.split;

import io.matinee.model.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** SHA-256 over the parts of a rule, each followed by a zero byte. */
final class RuleDigest {
  private RuleDigest() {}

  static String of(String... parts) {
    MessageDigest digest = Sha256.begin();
    for (String part : parts) {
      digest.update(part.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    return Sha256.end(digest);
  }
}

package io.matinee.trainer.dataset;

import io.matinee.trainer.store.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digest of a data-set manifest: the SHA-256 of its JSON. */
final class ManifestDigest {

  private ManifestDigest() {}

  static String of(DatasetManifest manifest) {
    try {
      byte[] json = Json.write(manifest).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

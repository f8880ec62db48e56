package io.matinee.trainer.dataset.version;

import io.matinee.model.digest.Sha256;
import io.matinee.trainer.store.Json;
import java.nio.charset.StandardCharsets;

/** The digest of a data-set manifest: the SHA-256 of its JSON. */
public final class ManifestDigest {

  private ManifestDigest() {}

  /** Returns the digest, 64 lower-case hexadecimal digits. */
  public static String of(DatasetManifest manifest) {
    return Sha256.of(Json.write(manifest).getBytes(StandardCharsets.UTF_8));
  }
}

package io.matinee.model.snapshot;

import java.util.regex.Pattern;

/**
 * Names the exact content of a blob.
 *
 * @param name what it is, as {@link BlobRole#blobName()}
 * @param sha256 the digest of its bytes, 64 lower-case hexadecimal digits
 * @param size its length in bytes
 */
public record BlobReference(String name, String sha256, long size) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  /** Refuses a name that could leave its folder and a digest that is none. */
  public BlobReference {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not the name of a blob: " + name);
    }
    if (!SHA_256.matcher(sha256).matches()) {
      throw new IllegalArgumentException("not a SHA-256 digest of blob " + name + ": " + sha256);
    }
    if (size < 0) {
      throw new IllegalArgumentException("blob " + name + " cannot have " + size + " bytes");
    }
  }
}

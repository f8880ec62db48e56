package io.matinee.model.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of files. Thread-safe. */
public final class Digests {
  private static final int BUFFER_BYTES = 1 << 16;

  private Digests() {}

  /**
   * The digest of a file's bytes.
   *
   * @return 64 lower-case hexadecimal digits
   * @throws UncheckedIOException if the file cannot be read
   */
  public static String sha256(Path file) {
    MessageDigest digest = newSha256();
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    try (FileChannel channel = FileChannel.open(file)) {
      while (channel.read(buffer) >= 0) {
        digest.update(buffer.flip());
        buffer.clear();
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** A reference to a file's present content. */
  public static BlobReference reference(String name, Path file) {
    return new BlobReference(name, sha256(file), size(file));
  }

  /**
   * Checks that a file holds exactly the referenced content.
   *
   * @throws CorruptBlobException if its size or digest is another
   * @throws UncheckedIOException if it cannot be read
   */
  public static void verify(Path file, BlobReference expected) {
    long size = size(file);
    if (size != expected.size()) {
      throw new CorruptBlobException(expected.name(), expected.size() + " bytes", size + " bytes");
    }
    String found = sha256(file);
    if (!found.equals(expected.sha256())) {
      throw new CorruptBlobException(
          expected.name(), "SHA-256 " + expected.sha256(), "SHA-256 " + found);
    }
  }

  /** A SHA-256 of nothing yet, for bytes that lie in no file. */
  public static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}

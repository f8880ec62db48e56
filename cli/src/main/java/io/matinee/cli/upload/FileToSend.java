package io.matinee.cli.upload;

import io.matinee.model.digest.Sha256;
import io.matinee.proto.trainer.v1.UploadedFile;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.regex.Pattern;

/**
 * A file, read twice: to describe it, and to send what was described.
 *
 * @param path where it is
 * @param description its name, size and digest
 */
record FileToSend(Path path, UploadedFile description) {
  /** The bytes that are read, and sent, at once. */
  static final int CHUNK_BYTES = 256 << 10;

  private static final Pattern UNSENDABLE = Pattern.compile("[\\\\\\p{Cc}]");

  /** Takes the bytes of a file. */
  interface Receiver {
    /** Takes bytes, which are the receiver's from here on; returns whether it wants more. */
    boolean take(byte[] bytes, int count);
  }

  /** Describes a file; what no name of an upload may hold is an underscore in its name there. */
  static FileToSend describe(Path path) throws IOException {
    MessageDigest digest = Sha256.begin();
    long size = 0;
    byte[] buffer = new byte[CHUNK_BYTES];
    try (InputStream input = Files.newInputStream(path)) {
      for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
        digest.update(buffer, 0, count);
        size += count;
      }
    }
    return new FileToSend(
        path,
        UploadedFile.newBuilder()
            .setName(UNSENDABLE.matcher(String.valueOf(path.getFileName())).replaceAll("_"))
            .setSizeBytes(size)
            .setSha256(Sha256.end(digest))
            .build());
  }

  /**
   * Sends as many bytes as were described, from a position on.
   *
   * @param from at most as many
   * @return whether the receiver wants more
   * @throws EOFException when there are fewer by now
   */
  boolean send(long from, Receiver receiver) throws IOException {
    long missing = description.getSizeBytes() - from;
    try (InputStream input = Files.newInputStream(path)) {
      input.skipNBytes(from);
      while (missing > 0) {
        byte[] chunk = new byte[(int) Math.min(missing, CHUNK_BYTES)];
        int count = input.readNBytes(chunk, 0, chunk.length);
        if (count < chunk.length) {
          throw new EOFException("it has become shorter");
        }
        if (!receiver.take(chunk, count)) {
          return false;
        }
        missing -= count;
      }
    }
    return true;
  }
}

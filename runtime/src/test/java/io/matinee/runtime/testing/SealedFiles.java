package io.matinee.runtime.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Does to files of a cache what nobody should. */
public final class SealedFiles {
  private SealedFiles() {}

  /** Cuts off all of a file. */
  public static void truncate(Path file) {
    change(file, channel -> channel.truncate(0));
  }

  /** Overwrites a file with zeros, at the same length. */
  public static void wipe(Path file) {
    change(file, channel -> channel.write(ByteBuffer.allocate(Math.toIntExact(channel.size())), 0));
  }

  private static void change(Path file, Change change) {
    try {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        change.on(channel);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @FunctionalInterface
  private interface Change {
    void on(FileChannel channel) throws IOException;
  }
}

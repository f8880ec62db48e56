package io.matinee.model.durable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files that survive a loss of power once a method has returned. */
public final class DurableFiles {
  private DurableFiles() {}

  /** What fills a file. */
  @FunctionalInterface
  public interface Content {
    /** Writes all of the file. */
    void writeTo(FileChannel channel) throws IOException;
  }

  /** Writes a new file, or all of an old one; its name is durable once its folder is. */
  public static void write(Path file, Content content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      content.writeTo(channel);
      channel.force(true);
    }
  }

  /** Writes a file that is seen whole or not at all, name and all. */
  public static void writeAtomically(Path file, ByteBuffer bytes) throws IOException {
    Path partial = file.resolveSibling(file.getFileName() + ".partial");
    write(partial, channel -> writeFully(channel, bytes));
    rename(partial, file);
  }

  /** Moves a file, whoever wrote it, to its final place, replacing what is there in one step. */
  public static void moveInPlace(Path from, Path to) throws IOException {
    force(from, StandardOpenOption.WRITE);
    rename(from, to);
  }

  /** Writes what remains in a buffer. */
  public static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  static void rename(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    Path folder = to.toAbsolutePath().getParent();
    if (folder != null) {
      force(folder, StandardOpenOption.READ);
    }
  }

  static void force(Path path, StandardOpenOption mode) throws IOException {
    try (FileChannel channel = FileChannel.open(path, mode)) {
      channel.force(true);
    }
  }
}

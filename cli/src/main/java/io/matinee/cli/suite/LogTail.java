package io.matinee.cli.suite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The last lines of a log file, however large it is. */
public final class LogTail {
  private static final int MOST_BYTES = 1 << 17;

  private LogTail() {}

  /**
   * Reads the last lines.
   *
   * @param log the file
   * @param count how many lines at most
   * @return the lines; none when the file cannot be read
   */
  public static List<String> of(Path log, int count) {
    List<String> lines = since(log, 0);
    return lines.subList(Math.max(0, lines.size() - count), lines.size());
  }

  /**
   * Reads the lines behind a mark, or the last 128 KiB of them.
   *
   * @param mark the size that the file had; all of it counts when it has become smaller since
   * @return the lines; none when the file cannot be read
   */
  static List<String> since(Path log, long mark) {
    try (FileChannel file = FileChannel.open(log)) {
      long size = file.size();
      long start = Math.max(mark <= size ? mark : 0, size - MOST_BYTES);
      ByteBuffer bytes = ByteBuffer.allocate((int) (size - start));
      while (bytes.hasRemaining() && file.read(bytes, start + bytes.position()) >= 0) {
        // Reads on.
      }
      return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8)
          .lines()
          .toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  /** Returns a file's size; 0 when it is not there. */
  static long size(Path log) {
    try {
      return Files.size(log);
    } catch (IOException absent) {
      return 0;
    }
  }
}

package io.matinee.trainer.dataset.source;

import io.matinee.trainer.dataset.rejection.UnreadableImport;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * The directory at the end of a zip, whose reader takes all of it into memory: its size is looked
 * at before. Layout: APPNOTE.TXT of PKWARE, sections 4.3.14 to 4.3.16.
 */
final class ZipDirectory {
  private static final long MAXIMUM_BYTES = 16L << 20;

  private static final int END_SIGNATURE = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final int LONGEST_COMMENT = 0xffff;
  private static final int DIRECTORY_BYTES_AT = 12;
  private static final int TOLD_BY_ZIP64 = 0xffffffff;

  private ZipDirectory() {}

  /**
   * Checks that the directory of a zip is small enough. What looks like no zip passes: its reader
   * says so.
   *
   * @throws io.matinee.runtime.error.MatineeException IMPORT_UNREADABLE when it is larger than 16
   *     MiB, which stands for some 100,000 files
   */
  static void check(Path archive) throws IOException {
    ByteBuffer tail = tail(archive);
    for (int at = tail.limit() - END_BYTES; at >= 0; at--) {
      if (tail.getInt(at) == END_SIGNATURE) {
        int bytes = tail.getInt(at + DIRECTORY_BYTES_AT);
        if (bytes == TOLD_BY_ZIP64 || Integer.toUnsignedLong(bytes) > MAXIMUM_BYTES) {
          throw UnreadableImport.of(
              archive, "holds too many files", "pack the files of the ratings alone");
        }
      }
    }
  }

  private static ByteBuffer tail(Path archive) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(archive.toFile(), "r")) {
      int length = (int) Math.min(file.length(), END_BYTES + LONGEST_COMMENT);
      byte[] bytes = new byte[length];
      file.seek(file.length() - length);
      file.readFully(bytes);
      return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
  }
}

package io.matinee.trainer.dataset.source;

import io.matinee.trainer.dataset.rejection.UnreadableImport;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
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

  private static final int LOCATOR_SIGNATURE = 0x07064b50;
  private static final int LOCATOR_BYTES = 20;
  private static final int RECORD_AT = 8;
  private static final int RECORD_BYTES = 56;
  private static final int RECORD_DIRECTORY_BYTES_AT = 40;

  private ZipDirectory() {}

  /**
   * Checks that the directory of a zip is small enough. What looks like no zip passes: its reader
   * says so.
   *
   * @throws io.matinee.runtime.error.MatineeException IMPORT_UNREADABLE when it is larger than 16
   *     MiB, which stands for some 100,000 files
   */
  static void check(Path archive) throws IOException {
    try (SeekableByteChannel file = Files.newByteChannel(archive)) {
      int length = (int) Math.min(file.size(), END_BYTES + LONGEST_COMMENT);
      ByteBuffer tail = read(file, file.size() - length, length);
      for (int at = length - END_BYTES; at >= 0; at--) {
        if (tail.getInt(at) == END_SIGNATURE && directoryBytes(file, tail, at) > MAXIMUM_BYTES) {
          throw UnreadableImport.of(
              archive, "holds too many files", "pack the files of the ratings alone");
        }
      }
    }
  }

  private static long directoryBytes(SeekableByteChannel file, ByteBuffer tail, int end)
      throws IOException {
    int bytes = tail.getInt(end + DIRECTORY_BYTES_AT);
    int locator = end - LOCATOR_BYTES;
    if (bytes != TOLD_BY_ZIP64 || locator < 0 || tail.getInt(locator) != LOCATOR_SIGNATURE) {
      return Integer.toUnsignedLong(bytes);
    }
    long record = tail.getLong(locator + RECORD_AT);
    if (record < 0 || record > file.size() - RECORD_BYTES) {
      return Long.MAX_VALUE;
    }
    long told = read(file, record, RECORD_BYTES).getLong(RECORD_DIRECTORY_BYTES_AT);
    return told < 0 ? Long.MAX_VALUE : told;
  }

  private static ByteBuffer read(SeekableByteChannel file, long position, int length)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    file.position(position);
    while (bytes.hasRemaining()) {
      if (file.read(bytes) < 0) {
        throw new EOFException();
      }
    }
    return bytes;
  }
}

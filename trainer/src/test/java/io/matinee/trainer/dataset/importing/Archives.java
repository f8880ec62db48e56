package io.matinee.trainer.dataset.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives of ratings, good ones and others. */
final class Archives {
  private static final String RATINGS = "userId,movieId,rating,timestamp\n1,5,4.0,100\n";

  private Archives() {}

  /** The UTF-8 of a text. */
  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The first half of some bytes. */
  static byte[] cut(byte[] whole) {
    return Arrays.copyOf(whole, whole.length / 2);
  }

  /** A gzip file of good ratings. */
  static byte[] gzip() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(bytes(RATINGS));
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    return bytes.toByteArray();
  }

  /** A zip of a good file of ratings under a name. */
  static byte[] zip(String entry) {
    return zip(entry, bytes(RATINGS));
  }

  /** A zip of one entry. */
  static byte[] zip(String entry, byte[] content) {
    return zip(List.of(entry), content);
  }

  /** A zip whose entries all hold the same. */
  static byte[] zip(List<String> entries, byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (String entry : entries) {
        out.putNextEntry(new ZipEntry(entry));
        out.write(content);
      }
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    return bytes.toByteArray();
  }

  /** A small zip of a large file. */
  static byte[] bomb() {
    return zip("ratings.csv", new byte[1_000_000]);
  }

  /** A zip whose ratings are not compressed, and one of which has changed. */
  static byte[] changed() {
    byte[] ratings = bytes(RATINGS);
    CRC32 checksum = new CRC32();
    checksum.update(ratings);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      ZipEntry entry = new ZipEntry("ratings.csv");
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(ratings.length);
      entry.setCrc(checksum.getValue());
      out.putNextEntry(entry);
      out.write(ratings);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes
        .toString(StandardCharsets.ISO_8859_1)
        .replace("1,5,4.0", "1,5,3.0")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /** An end of a zip that tells of a directory of 2 GB. */
  static byte[] hugeDirectory() {
    return ByteBuffer.allocate(22)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(0x06054b50)
        .putInt(12, Integer.MAX_VALUE - 100)
        .array();
  }
}

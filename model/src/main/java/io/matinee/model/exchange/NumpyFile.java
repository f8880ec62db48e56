package io.matinee.model.exchange;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * NumPy's archive of arrays ({@code .npz}), compressed or not.
 *
 * @param zip the archive
 */
record NumpyFile(ZipFile zip) implements ArrayFile {
  /** What a zip begins with. */
  static final byte[] START = {'P', 'K', 3, 4};

  private static final int LONGEST_TEXT_BYTES = 1 << 18;

  static NumpyFile of(Path path) throws IOException {
    try {
      return new NumpyFile(new ZipFile(path.toFile()));
    } catch (ZipException damaged) {
      throw new UnreadableScorerException(
          "The archive is damaged or cut off (%s); save it again by numpy.savez."
              .formatted(damaged.getMessage()));
    }
  }

  @Override
  public Optional<StoredArray> array(String name) throws IOException {
    ZipEntry entry = zip.getEntry(name + ".npy");
    return entry == null ? Optional.empty() : Optional.of(stored(name, entry));
  }

  @Override
  public Optional<String> text(String name) throws IOException {
    Optional<StoredArray> found =
        array(name)
            .filter(array -> array.type() == StoredArray.Type.TEXT && array.shape().isEmpty());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    if (found.get().width() > LONGEST_TEXT_BYTES) {
      throw found.get().wrong("is a text of over 65,536 characters");
    }
    try (InputStream content = found.get().content().open()) {
      String filled =
          new String(content.readNBytes(found.get().width()), Charset.forName("UTF-32LE"));
      int end = filled.indexOf('\0');
      return Optional.of(end < 0 ? filled : filled.substring(0, end));
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private StoredArray stored(String name, ZipEntry entry) throws IOException {
    try (InputStream content = zip.getInputStream(entry)) {
      NumpyHeader header = NumpyHeader.read(name, new DataInputStream(content));
      long bytes = header.contentBytes(name);
      if (entry.getSize() != header.bytes() + bytes) {
        throw UnreadableScorerException.of(
            name,
            "holds %,d bytes where its shape %s needs %,d; save it again by numpy.savez"
                .formatted(entry.getSize() - header.bytes(), header.shape(), bytes));
      }
      return new StoredArray(
          name, header.type(), header.width(), header.shape(), () -> behind(entry, header));
    } catch (EOFException | ZipException damaged) {
      throw UnreadableScorerException.of(
          name, "is damaged or cut off; save it again by numpy.savez");
    }
  }

  private InputStream behind(ZipEntry entry, NumpyHeader header) throws IOException {
    InputStream content = zip.getInputStream(entry);
    content.skipNBytes(header.bytes());
    return content;
  }
}

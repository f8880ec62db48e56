package io.matinee.trainer.dataset.source;

import io.matinee.runtime.error.MatineeException;
import io.matinee.trainer.dataset.rejection.UnreadableImport;
import io.matinee.trainer.store.PlainName;
import io.matinee.trainer.store.StorageFault;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Checksum;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks the files of ratings and catalogues out of zip and gzip files, into a folder: never
 * outside of it, never more bytes than allowed, and under names that no archive can choose.
 */
final class Unpacking {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final String COPY_AGAIN = "copy or download it again";

  private final Path folder;
  private final ImportLimits limits;
  private final Runnable goOn;
  private final List<String> left = new ArrayList<>();
  private long bytes;
  private @Nullable EntryPlaces places;

  /**
   * Unpacks into a folder.
   *
   * @param folder the folder; made when needed
   * @param limits how much may be unpacked, of one archive and in all
   * @param goOn is called again and again; what it throws ends the unpacking
   */
  Unpacking(Path folder, ImportLimits limits, Runnable goOn) {
    this.folder = folder;
    this.limits = limits;
    this.goOn = goOn;
  }

  /** Unpacks the files of a zip that an import can use; returns their folder. */
  Path unzip(Path archive) throws IOException {
    ZipDirectory.check(archive);
    EntryPlaces entries = new EntryPlaces(folder, archive);
    places = entries;
    long end = bytes + limits.unpackedBytes(Files.size(archive));
    Files.createDirectories(folder);
    try (ZipFile zip = new ZipFile(file(archive), StandardCharsets.ISO_8859_1)) {
      for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
        goOn.run();
        Path target = entries.of(entry.getName()).orElse(null);
        if (target == null && !entry.isDirectory()) {
          left.add(entry.getName());
        } else if (target != null) {
          Files.createDirectories(target.getParent());
          try (CheckedInputStream in =
              new CheckedInputStream(zip.getInputStream(entry), new CRC32())) {
            copy(in, target, archive, end);
            requireWhole(entry, in.getChecksum());
          }
        }
      }
      return folder;
    } catch (ZipException | EOFException broken) {
      throw ZipFault.of(archive, broken).orElseGet(() -> broken(archive, "zip", broken));
    }
  }

  /** Returns the entries that no import can use. */
  List<String> left() {
    return List.copyOf(left);
  }

  /** Returns what a zip called the file at a path; empty for one that came out of none. */
  Optional<String> nameOf(Path file) {
    return Optional.ofNullable(places).flatMap(known -> known.entryAt(file));
  }

  /** Returns a path as a zip's reader needs it: one that text can say. */
  private File file(Path archive) throws IOException {
    File file = archive.toFile();
    return file.exists()
        ? file
        : Files.createSymbolicLink(folder.resolve("archive"), archive.toAbsolutePath()).toFile();
  }

  /** Unpacks a gzip file; returns the file without the ending. */
  Path gunzip(Path archive) throws IOException {
    String name = String.valueOf(archive.getFileName()).replaceFirst("(?i)\\.gz$", "");
    Path target = Files.createDirectories(folder.resolve("plain")).resolve(PlainName.of(name));
    long end = bytes + limits.unpackedBytes(Files.size(archive));
    try (InputStream in = new GZIPInputStream(Files.newInputStream(archive), BUFFER_BYTES)) {
      copy(in, target, archive, end);
      return target;
    } catch (ZipException | EOFException broken) {
      throw broken(archive, "gzip", broken);
    }
  }

  /** The JDK checks what comes out of a gzip file, and not what comes out of a zip. */
  private static void requireWhole(ZipEntry entry, Checksum read) throws ZipException {
    if (entry.getCrc() != read.getValue()) {
      throw new ZipException("an entry is not what was packed");
    }
  }

  private void copy(InputStream in, Path target, Path archive, long end) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    try (OutputStream out = Files.newOutputStream(target)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        goOn.run();
        bytes += read;
        if (bytes > limits.maximumBytes()) {
          throw FileSize.tooLarge(archive, limits.maximumBytes());
        }
        if (bytes > end) {
          throw FileSize.tooDense(archive, limits.maximumRatio());
        }
        out.write(buffer, 0, read);
      }
    }
  }

  private static MatineeException broken(Path archive, String form, IOException failure) {
    return StorageFault.isFullDisk(failure)
        ? StorageFault.of(failure)
        : UnreadableImport.of(archive, "is truncated or no " + form + " file", COPY_AGAIN);
  }
}

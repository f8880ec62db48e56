package io.matinee.trainer.dataset;

import io.matinee.runtime.error.Excerpt;
import io.matinee.runtime.error.MatineeException;
import io.matinee.trainer.store.StorageFault;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Unpacks zip and gzip files into a folder: never outside of it, and never more bytes than allowed.
 */
final class Unpacking {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final String COPY_AGAIN = "copy or download it again";

  private final Path folder;
  private final long maximumBytes;
  private long bytes;

  Unpacking(Path folder, long maximumBytes) {
    this.folder = folder;
    this.maximumBytes = maximumBytes;
  }

  /** Unpacks all files of a zip; returns the folder. */
  Path unzip(Path archive) throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
        if (!entry.isDirectory()) {
          extract(zip, entry, archive);
        }
      }
      return folder;
    } catch (ZipException | EOFException broken) {
      throw broken(archive, "zip", broken);
    }
  }

  /** Unpacks a gzip file; returns the file without the ending. */
  Path gunzip(Path archive) throws IOException {
    String name = String.valueOf(archive.getFileName()).replaceFirst("(?i)\\.gz$", "");
    Path target = Files.createDirectories(folder).resolve(name);
    try (InputStream in = new GZIPInputStream(Files.newInputStream(archive), BUFFER_BYTES)) {
      copy(in, target, archive);
      return target;
    } catch (ZipException | EOFException broken) {
      throw broken(archive, "gzip", broken);
    }
  }

  private void extract(ZipFile zip, ZipEntry entry, Path archive) throws IOException {
    Path target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder)) {
      throw UnreadableImport.of(
          archive,
          "holds %s, which would be written outside of its folder"
              .formatted(Excerpt.of(entry.getName())),
          "pack the files without such paths");
    }
    Files.createDirectories(target.getParent());
    try (InputStream in = zip.getInputStream(entry)) {
      copy(in, target, archive);
    }
  }

  private void copy(InputStream in, Path target, Path archive) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    try (OutputStream out = Files.newOutputStream(target)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        bytes += read;
        if (bytes > maximumBytes) {
          throw FileSize.tooLarge(archive, maximumBytes);
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

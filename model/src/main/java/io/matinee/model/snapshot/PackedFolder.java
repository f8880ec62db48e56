package io.matinee.model.snapshot;

import io.matinee.model.durable.DurableFiles;
import io.matinee.model.durable.Folders;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A blob that holds a folder: a zip whose files are stored as they are, in the order of their names
 * and without their times, so that equal folders give equal bytes.
 */
final class PackedFolder {

  /** The first time that a zip can say. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private PackedFolder() {}

  /** Writes a content into a folder beside the file, packs it, and deletes the folder. */
  static void write(Path file, FolderContent content) throws IOException {
    Path folder = file.resolveSibling(file.getFileName() + ".folder");
    Folders.delete(folder); // a process that was killed has left it
    Files.createDirectory(folder);
    try {
      content.writeTo(folder);
      DurableFiles.write(
          file,
          channel -> pack(folder, new BufferedOutputStream(Channels.newOutputStream(channel))));
    } finally {
      Folders.delete(folder);
    }
  }

  private static void pack(Path folder, OutputStream bytes) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(bytes);
    for (Path file : files(folder)) {
      ZipEntry entry = new ZipEntry(folder.relativize(file).toString().replace('\\', '/'));
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(Files.size(file));
      entry.setCrc(checksum(file));
      entry.setTimeLocal(NO_TIME);
      zip.putNextEntry(entry);
      Files.copy(file, zip);
      zip.closeEntry();
    }
    zip.finish();
    bytes.flush();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      return found.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static long checksum(Path file) throws IOException {
    CRC32 checksum = new CRC32();
    try (InputStream content = new CheckedInputStream(Files.newInputStream(file), checksum)) {
      content.transferTo(OutputStream.nullOutputStream());
    }
    return checksum.getValue();
  }
}

package io.matinee.model.durable;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Folders that their owner alone may enter (0700), with files that nobody may change (0400). Where
 * a file system knows no such permissions, nothing is done about them.
 */
public final class OwnerOnly {
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("r--------");

  private OwnerOnly() {}

  /** Makes a folder with those above it, where they are missing; what is there stays as it is. */
  public static Path createFolder(Path folder) throws IOException {
    return hasPermissions(folder)
        ? Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(FOLDER))
        : Files.createDirectories(folder);
  }

  /** Closes a folder, whoever made it, and keeps the files in it from being changed. */
  public static void seal(Path folder) throws IOException {
    if (!hasPermissions(folder)) {
      return;
    }
    permit(folder, FOLDER);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, Files::isRegularFile)) {
      for (Path file : files) {
        permit(file, FILE);
      }
    }
  }

  private static void permit(Path path, Set<PosixFilePermission> permissions) throws IOException {
    if (!Files.getPosixFilePermissions(path).equals(permissions)) {
      Files.setPosixFilePermissions(path, permissions);
    }
  }

  private static boolean hasPermissions(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}

package io.matinee.cli.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Folders that are open to their owner alone, where the file system knows owners. */
final class OwnerFolder {
  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rwx------");

  private OwnerFolder() {}

  /** Makes a folder with those above it, where they are missing; what is there stays as it is. */
  static Path make(Path folder) throws IOException {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER))
        : Files.createDirectories(folder);
  }
}

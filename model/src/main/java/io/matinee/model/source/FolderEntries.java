package io.matinee.model.source;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** What lies in a folder, in the order of its file system. */
public final class FolderEntries {
  private FolderEntries() {}

  /**
   * Visits files and folders, one after another.
   *
   * @throws FolderListingException when the listing breaks off
   * @throws IOException what the visitor throws
   */
  public static void visit(Path folder, Visitor visitor) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      visit(entries, folder, visitor);
    }
  }

  static void visit(DirectoryStream<Path> entries, Path folder, Visitor visitor)
      throws IOException {
    try {
      for (Path entry : entries) {
        visitor.visit(entry);
      }
    } catch (DirectoryIteratorException brokenOff) {
      throw new FolderListingException(folder, Objects.requireNonNull(brokenOff.getCause()));
    }
  }

  /** Takes a file or folder. */
  @FunctionalInterface
  public interface Visitor {
    /** Takes it. */
    void visit(Path entry) throws IOException;
  }
}

package io.matinee.runtime.following;

import io.matinee.model.durable.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rule by which a cache forgets.
 *
 * @param inUse names that stay
 * @param before what was last touched before this instant, and is not in use, goes
 */
record Retention(Set<String> inUse, Instant before) {

  /** Deletes the files and folders in a folder, if it is there, that the rule lets go. */
  void evict(Path folder) throws IOException {
    for (Path entry : list(folder)) {
      boolean old = Files.getLastModifiedTime(entry).toInstant().isBefore(before);
      if (old && !inUse.contains(entry.getFileName().toString())) {
        Folders.delete(entry);
      }
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.toList();
    }
  }
}

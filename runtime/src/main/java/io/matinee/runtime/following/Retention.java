package io.matinee.runtime.following;

import io.matinee.model.durable.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rule by which a cache forgets. What is in use stays, and does not count.
 *
 * @param inUse names that stay
 * @param before what was last touched before this instant goes
 * @param mostBytes the bytes that stay at most; what was touched last stays
 */
record Retention(Set<String> inUse, Instant before, long mostBytes) {

  /** Deletes the files and folders in a folder, if it is there, that the rule lets go. */
  void evict(Path folder) throws IOException {
    long bytes = 0;
    for (Entry entry : unusedNewestFirst(folder)) {
      bytes += entry.bytes();
      if (entry.touched().isBefore(before) || bytes > mostBytes) {
        Folders.delete(entry.path());
      }
    }
  }

  private List<Entry> unusedNewestFirst(Path folder) throws IOException {
    List<Entry> unused = new ArrayList<>();
    for (Path path : list(folder)) {
      if (!inUse.contains(path.getFileName().toString())) {
        unused.add(new Entry(path, Files.getLastModifiedTime(path).toInstant(), Files.size(path)));
      }
    }
    unused.sort(Comparator.comparing(Entry::touched).reversed());
    return unused;
  }

  private static List<Path> list(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.toList();
    }
  }

  /**
   * A file or a folder in a cache.
   *
   * @param touched when it was used last
   * @param bytes its size; of a folder, its own
   */
  private record Entry(Path path, Instant touched, long bytes) {}
}

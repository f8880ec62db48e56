package io.matinee.trainer.dataset.source;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Files that lie beside those of an import and are not read: how many, and the first names. */
public final class UnreadFiles {
  private static final int NAMED = 10;

  private final List<String> first = new ArrayList<>();
  private final Set<String> empty = new HashSet<>();
  private long count;

  /** Adds a file. */
  void add(String name) {
    count++;
    if (first.size() < NAMED) {
      first.add(name);
    }
  }

  /** Adds a file that would be read if it were not empty. */
  void addEmpty(Path file) {
    empty.add(SourceLocator.plainName(file));
    add(file.getFileName() + " (it is empty)");
  }

  /**
   * Adds the files of a folder but for those that are read.
   *
   * @param read their names, in lower case and unpacked
   */
  void addOthers(Path folder, Set<String> read, Runnable goOn) throws IOException {
    List<String> others = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, Files::isRegularFile)) {
      for (Path entry : entries) {
        goOn.run();
        String name = SourceLocator.plainName(entry);
        if (!read.contains(name) && !empty.contains(name)) {
          others.add(String.valueOf(entry.getFileName()));
        }
      }
    }
    others.stream().sorted().forEach(this::add);
  }

  /** Returns how many there are. */
  public long count() {
    return count;
  }

  /** Returns what they are called, at least the first ten. */
  public String inWords() {
    String names = String.join(", ", first);
    return count == first.size() ? names : names + " and %,d more".formatted(count - first.size());
  }
}

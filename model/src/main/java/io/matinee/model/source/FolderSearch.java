package io.matinee.model.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Looks for files in a folder and in the folders below, also through symbolic links. A folder or
 * file that several paths lead to is found once. Not thread-safe; searches once.
 */
public final class FolderSearch {
  /** How many folders below each other are looked into. */
  public static final int DEEPEST = 8;

  /** What macOS packs beside the files: their attributes, under their names. */
  public static final String ATTRIBUTES = "__MACOSX";

  private final Predicate<Path> wanted;
  private final Predicate<Path> readable;
  private final Runnable goOn;
  private final Set<Path> seen = new HashSet<>();

  /**
   * A search.
   *
   * @param wanted which files are looked for
   * @param readable which files and folders may be read
   * @param goOn is called again and again; what it throws ends the search
   */
  public FolderSearch(Predicate<Path> wanted, Predicate<Path> readable, Runnable goOn) {
    this.wanted = wanted;
    this.readable = readable;
    this.goOn = goOn;
  }

  /**
   * A file that was found.
   *
   * @param file its path
   * @param depth how many folders it lies below the one that was searched
   */
  public record Found(Path file, int depth) {}

  /** Returns what is found in a folder and at most eight below each other, the nearest first. */
  public List<Found> in(Path folder) throws IOException {
    List<Found> found = new ArrayList<>();
    List<Path> folders = List.of(folder);
    for (int depth = 0; depth <= DEEPEST && !folders.isEmpty(); depth++) {
      List<Path> below = new ArrayList<>();
      for (Path next : folders) {
        for (Path entry : entries(next)) {
          if (Files.isDirectory(entry)) {
            below.add(entry);
          } else {
            found.add(new Found(entry, depth));
          }
        }
      }
      folders = below;
    }
    return found;
  }

  /** Returns the folders and wanted files of a folder by name. */
  private List<Path> entries(Path folder) throws IOException {
    List<Path> entries = new ArrayList<>();
    FolderEntries.visit(
        folder,
        entry -> {
          goOn.run();
          if (isOfUse(entry) && readable.test(entry) && seen.add(entry.toRealPath())) {
            entries.add(entry);
          }
        });
    entries.sort(Comparator.naturalOrder());
    return entries;
  }

  private boolean isOfUse(Path entry) {
    return Files.isDirectory(entry)
        ? !entry.endsWith(ATTRIBUTES)
        : wanted.test(entry) && Files.isRegularFile(entry);
  }
}

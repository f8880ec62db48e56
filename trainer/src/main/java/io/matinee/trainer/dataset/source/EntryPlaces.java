package io.matinee.trainer.dataset.source;

import io.matinee.model.source.FolderSearch;
import io.matinee.model.source.SourceFileName;
import io.matinee.runtime.error.Excerpt;
import io.matinee.trainer.dataset.rejection.UnreadableImport;
import io.matinee.trainer.store.PlainName;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the entries of one zip go: the files that an import can use, from its top and from at most
 * eight folders below each other. Files get their names in lower case, folders a number and what is
 * harmless of their names. Not thread-safe.
 */
final class EntryPlaces {
  private final Path folder;
  private final Path archive;
  private final Map<List<String>, Path> folders = new HashMap<>();
  private final Map<Path, String> taken = new HashMap<>();

  EntryPlaces(Path folder, Path archive) {
    this.folder = folder;
    this.archive = archive;
  }

  /**
   * Returns the place of an entry, or empty for one that is not needed.
   *
   * @throws io.matinee.runtime.error.MatineeException IMPORT_UNREADABLE when its name leads out of
   *     the folder, or is that of an entry before, but for capitals
   */
  Optional<Path> of(String entry) {
    String name = entry.replace('\\', '/');
    List<String> parts =
        Arrays.stream(name.split("/"))
            .filter(part -> !part.isEmpty() && !part.equals("."))
            .toList();
    if (name.startsWith("/") || parts.contains("..")) {
      throw UnreadableImport.of(
          archive,
          "holds %s, which would be written outside of its folder".formatted(Excerpt.of(entry)),
          "pack the files without such paths");
    }
    if (name.endsWith("/") || !isNeeded(parts)) {
      return Optional.empty();
    }
    Path place =
        folderOf(parts.subList(0, parts.size() - 1)).resolve(SourceFileName.lower(parts.getLast()));
    String before = taken.putIfAbsent(place, entry);
    if (before != null) {
      throw UnreadableImport.of(
          archive,
          "holds both %s and %s".formatted(Excerpt.of(before), Excerpt.of(entry)),
          "pack one of them");
    }
    return Optional.of(place);
  }

  /** Returns what an archive calls the file at a place; empty when nothing was to go there. */
  Optional<String> entryAt(Path place) {
    return Optional.ofNullable(taken.get(place));
  }

  private static boolean isNeeded(List<String> parts) {
    return !parts.isEmpty()
        && parts.size() - 1 <= FolderSearch.DEEPEST
        && !parts.contains(FolderSearch.ATTRIBUTES)
        && SourceFileName.isUsable(parts.getLast());
  }

  private Path folderOf(List<String> parts) {
    if (parts.isEmpty()) {
      return folder;
    }
    Path known = folders.get(parts);
    if (known == null) {
      Path parent = folderOf(parts.subList(0, parts.size() - 1));
      known = parent.resolve(folders.size() + "-" + PlainName.of(parts.getLast()));
      folders.put(parts, known);
    }
    return known;
  }
}

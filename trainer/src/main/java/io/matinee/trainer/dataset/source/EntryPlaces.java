package io.matinee.trainer.dataset.source;

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
 * Where the entries of one zip go: the files that an import can use, from its top and from the
 * folders there. Files get their names in lower case, folders a number and what is harmless of
 * their names. Not thread-safe.
 */
final class EntryPlaces {
  private final Path folder;
  private final Path archive;
  private final Map<String, String> folders = new HashMap<>();

  EntryPlaces(Path folder, Path archive) {
    this.folder = folder;
    this.archive = archive;
  }

  /**
   * The place of an entry, or empty for one that is not needed.
   *
   * @throws io.matinee.runtime.error.MatineeException IMPORT_UNREADABLE when its name leads out of
   *     the folder
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
    if (parts.isEmpty() || parts.size() > 2 || !SourceLocator.isUsable(parts.getLast())) {
      return Optional.empty();
    }
    Path parent = parts.size() == 1 ? folder : folder.resolve(harmless(parts.getFirst()));
    return Optional.of(parent.resolve(SourceLocator.lower(parts.getLast())));
  }

  private String harmless(String name) {
    return folders.computeIfAbsent(name, unseen -> folders.size() + "-" + PlainName.of(unseen));
  }
}

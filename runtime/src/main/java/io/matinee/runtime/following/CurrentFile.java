package io.matinee.runtime.following;

import io.matinee.model.durable.OwnerOnly;
import io.matinee.model.snapshot.BlobReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What was loaded last of an alias, so that a start without the registry knows what to load from
 * the cache: the file {@code current/<model>.<alias>} with the alias, the version, the manifest's
 * digest and size, and the keys of what was derived from it, one a line.
 */
final class CurrentFile {
  private static final int LINES_OF_TARGET = 4;

  private final Path folder;
  private final Path file;
  private final String alias;

  CurrentFile(Path root, String alias) {
    this.folder = root.resolve("current");
    this.file = folder.resolve(fileName(alias));
    this.alias = alias;
  }

  /** Returns what was loaded last for the alias; empty when nothing was, or nobody can tell. */
  Optional<Note> read() throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(file);
    if (lines.size() < LINES_OF_TARGET || !lines.getFirst().equals(alias)) {
      return Optional.empty();
    }
    Set<String> derived = Set.copyOf(lines.subList(LINES_OF_TARGET, lines.size()));
    return size(lines.get(3))
        .map(size -> new Target(lines.get(1), new BlobReference("manifest", lines.get(2), size)))
        .map(target -> new Note(target, derived));
  }

  /** Remembers what is loaded. */
  void write(Note note) throws IOException {
    OwnerOnly.createFolder(folder);
    Path next = file.resolveSibling(file.getFileName() + ".next");
    BlobReference manifest = note.target().manifest();
    Stream<String> target =
        Stream.of(
            alias, note.target().version(), manifest.sha256(), Long.toString(manifest.size()));
    Files.write(next, Stream.concat(target, note.derived().stream().sorted()).toList());
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Forgets it: the alias points at nothing. */
  void delete() throws IOException {
    Files.deleteIfExists(file);
  }

  /** Of "models/{model}/aliases/{alias}"; no id has a dot. */
  private static String fileName(String alias) {
    String[] parts = alias.split("/", -1);
    return parts[1] + "." + parts[3];
  }

  private static Optional<Long> size(String line) {
    try {
      return Optional.of(Long.valueOf(line));
    } catch (NumberFormatException malformed) {
      return Optional.empty();
    }
  }
}

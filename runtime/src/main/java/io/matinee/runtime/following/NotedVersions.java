package io.matinee.runtime.following;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the followed aliases had loaded last. It stays in the cache for as long as it is noted: a
 * start without the registry needs it, and one alias may have loaded and tidied up long before
 * another opens what its note names.
 */
final class NotedVersions {
  private final BlobCache cache;
  private final List<CurrentFile> notes;

  /**
   * Reads notes whenever it is asked.
   *
   * @param notes those of the aliases that are followed; others hold nothing
   */
  NotedVersions(BlobCache cache, List<CurrentFile> notes) {
    this.cache = cache;
    this.notes = List.copyOf(notes);
  }

  /**
   * Returns the digests of the blobs that are noted: of a version whose manifest cannot be read,
   * the manifest's alone.
   */
  Set<String> blobs() throws IOException {
    return read().stream()
        .map(Note::target)
        .flatMap(this::digests)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Returns the keys of the derived folders that are noted. */
  Set<String> derived() throws IOException {
    return read().stream()
        .flatMap(note -> note.derived().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private Stream<String> digests(Target target) {
    try {
      return target.digests(cache.manifest(target)).stream();
    } catch (RuntimeException cannotBeRead) {
      return Stream.of(target.manifest().sha256());
    }
  }

  private List<Note> read() throws IOException {
    List<Note> found = new ArrayList<>();
    for (CurrentFile note : notes) {
      note.read().ifPresent(found::add);
    }
    return found;
  }
}

package io.matinee.runtime.following;

import io.matinee.model.snapshot.CorruptBlobException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an inspection found.
 *
 * @param inUse what answers are read from and is no longer what it should be
 * @param inCache files of the cache that the next start would need and that are no longer what they
 *     should be
 */
record Damage(List<CorruptBlobException> inUse, List<CorruptBlobException> inCache) {
  boolean isNone() {
    return inUse.isEmpty() && inCache.isEmpty();
  }

  /** Returns whether answers may be wrong. */
  boolean isInUse() {
    return !inUse.isEmpty();
  }

  /** Returns the names of the damaged blobs, each once. */
  List<String> blobs() {
    return all().map(CorruptBlobException::blobName).distinct().toList();
  }

  /** Returns what was expected and found, in one line. */
  String text() {
    return Stream.of(inUse, inCache).filter(found -> !found.isEmpty()).findFirst().stream()
        .flatMap(Collection::stream)
        .map(CorruptBlobException::getMessage)
        .collect(Collectors.joining("; "));
  }

  private Stream<CorruptBlobException> all() {
    return Stream.concat(inUse.stream(), inCache.stream());
  }
}

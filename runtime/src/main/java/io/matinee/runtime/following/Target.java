package io.matinee.runtime.following;

import io.matinee.model.snapshot.BlobReference;
import io.matinee.model.snapshot.Manifest;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an alias points at.
 *
 * @param version the version's resource name
 * @param manifest the blob that holds its manifest
 */
record Target(String version, BlobReference manifest) {
  /** Returns the digests of all that the version consists of, by what its manifest says. */
  Set<String> digests(Manifest content) {
    return Stream.concat(Stream.of(manifest), content.blobs().stream())
        .map(BlobReference::sha256)
        .collect(Collectors.toUnmodifiableSet());
  }
}

package io.matinee.runtime.following;

import io.matinee.model.snapshot.BlobReference;

/**
 * What an alias points at.
 *
 * @param version the version's resource name
 * @param manifest the blob that holds its manifest
 */
record Target(String version, BlobReference manifest) {}

package io.matinee.trainer.store;

/**
 * Immutable bytes in the blob store.
 *
 * @param sha256 the digest, 64 lower-case hexadecimal digits
 * @param size the size in bytes
 */
public record StoredBlob(String sha256, long size) {}

package io.matinee.trainer.dataset.upload;

/**
 * A file that a caller is about to send.
 *
 * @param name its name, without folders
 * @param size its size in bytes, at least 0
 * @param sha256 the digest of its bytes, 64 lower-case hexadecimal digits
 */
public record AnnouncedFile(String name, long size, String sha256) {}

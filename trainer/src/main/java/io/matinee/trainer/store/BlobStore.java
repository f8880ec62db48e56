package io.matinee.trainer.store;

import io.matinee.model.snapshot.BlobReference;
import io.matinee.model.snapshot.CorruptBlobException;
import io.matinee.runtime.error.MatineeException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Immutable blobs, each known by the SHA-256 of its bytes (64 lower-case hexadecimal digits) and by
 * nothing else: no caller knows where they lie. Other processes may use the same store.
 * Implementations are thread-safe.
 */
public interface BlobStore {

  /** Opens the store of a {@link #location} that this process can reach. */
  static BlobStore at(URI location) {
    return new FolderBlobStore(Path.of(location), Clock.systemUTC());
  }

  /** Returns where other processes find the store. */
  URI location();

  /**
   * Puts the bytes of a file of ours in, durably; a blob that is there already is put anew, with
   * another age. The file may be gone from its place then.
   *
   * @return what the blob is known by from now on
   */
  StoredBlob put(Path staged) throws IOException;

  /**
   * Puts the bytes of a file of ours in, like {@link #put(Path)}, whose digest was made of them as
   * they were written.
   */
  StoredBlob put(Path staged, String sha256) throws IOException;

  /**
   * Puts the bytes of a file of ours in, like {@link #put(Path)}, if they are as expected.
   *
   * @throws CorruptBlobException if their number or digest is another; nothing is put then
   */
  void put(Path staged, BlobReference expected) throws IOException;

  /**
   * Returns a blob's size in bytes.
   *
   * @throws MatineeException BLOB_NOT_FOUND when there is none
   */
  long size(String sha256) throws IOException;

  /**
   * Opens a blob's bytes from an offset on; there are none from its end on. The caller closes them.
   *
   * @throws MatineeException BLOB_NOT_FOUND when there is none
   */
  InputStream open(String sha256, long offset) throws IOException;

  /**
   * Returns a file of this machine that holds a blob, for what reads files alone. It is never
   * written, and stays for a day at least.
   *
   * @throws MatineeException BLOB_NOT_FOUND when there is none
   */
  Path localCopy(String sha256) throws IOException;

  /** Returns the digests of all blobs that were put last before a time, in no order. */
  List<String> putBefore(Instant time) throws IOException;

  /**
   * Deletes a blob, unless it has been put again since a time, by whatever process.
   *
   * @return whether there was such a blob
   */
  boolean deleteIfPutBefore(String sha256, Instant time) throws IOException;
}

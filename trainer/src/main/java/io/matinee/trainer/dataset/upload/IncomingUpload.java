package io.matinee.trainer.dataset.upload;

import io.matinee.runtime.error.MatineeException;
import io.matinee.trainer.dataset.source.ImportSource;
import java.io.IOException;

/**
 * A call that brings an upload, or the rest of one. Not thread-safe.
 *
 * <p>It holds a place until it ends: well, when the upload's folder belongs to who imports it, or
 * broken off, or given up.
 */
public final class IncomingUpload {
  private final Uploads uploads;
  private final StoredUpload stored;
  private final Pace pace;
  private long known;

  /**
   * A call.
   *
   * @param uploads which it is one of
   * @param stored what it writes to, once it holds it
   * @param pace how quickly bytes must come
   * @param offset the position of the first byte that will come; what is known already is passed
   *     over
   */
  IncomingUpload(Uploads uploads, StoredUpload stored, Pace pace, long offset) {
    this.uploads = uploads;
    this.stored = stored;
    this.pace = pace;
    this.known = stored.received() - offset;
  }

  /** Returns where the files will be, once complete. */
  public ImportSource.Uploaded source() {
    return stored.source();
  }

  /**
   * Writes the next bytes, of one file or of several.
   *
   * @throws MatineeException UPLOAD_CORRUPT when a file is complete and not what was announced, or
   *     when there are more bytes than were announced; DEADLINE_EXCEEDED when too few come;
   *     CANCELLED when another call goes on with the upload
   */
  public void write(byte[] bytes) throws IOException {
    pace.came(bytes.length);
    int passed = (int) Math.min(known, bytes.length);
    known -= passed;
    stored.write(this, bytes, passed);
  }

  /**
   * Ends the upload well; its folder is the importer's from here on.
   *
   * @throws MatineeException UPLOAD_CORRUPT when files or bytes are missing, or not those that were
   *     announced; CANCELLED when another call goes on with the upload
   */
  public void complete() throws IOException {
    stored.complete(this);
    uploads.forget(stored);
  }

  /** Ends the call; what has come waits for another that goes on with it, if one can. */
  public void breakOff() throws IOException {
    uploads.breakOff(this, stored);
  }

  /**
   * Ends the upload and deletes what has come of it, unless another call goes on with it; only the
   * first time counts.
   */
  public void giveUp() throws IOException {
    if (stored.giveUp(this)) {
      uploads.forget(stored);
    }
  }
}

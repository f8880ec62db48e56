package io.matinee.trainer.dataset.upload;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.dataset.source.ImportSource;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What has come of an upload, whichever calls have brought it: one at a time holds it. Thread-safe.
 */
final class StoredUpload {
  private final ReceivedFiles files;
  private final ImportSource.Uploaded source;
  private final UploadPlaces.Place place;
  private @Nullable IncomingUpload holder;
  private Instant brokenOff = Instant.MAX;
  private boolean over;

  /** An upload whose place is taken, and which no call holds yet. */
  StoredUpload(ReceivedFiles files, ImportSource.Uploaded source, UploadPlaces.Place place) {
    this.files = files;
    this.source = source;
    this.place = place;
  }

  /** Returns where the files will be, once complete. */
  ImportSource.Uploaded source() {
    return source;
  }

  /** Returns how many bytes have come. */
  synchronized long received() {
    return files.received();
  }

  /** Returns since when no call holds it; the end of all time when one does, or it is over. */
  synchronized Instant brokenOff() {
    return brokenOff;
  }

  /**
   * Gives the upload to a call; the one that held it can do nothing with it any more.
   *
   * @return whether it is still to be had
   * @throws MatineeException QUEUE_FULL or STORAGE_FULL when it was broken off and its place or its
   *     room on the disk is gone
   */
  synchronized boolean hold(IncomingUpload call) throws IOException {
    if (over) {
      return false;
    }
    place.takeAgain();
    holder = call;
    brokenOff = Instant.MAX;
    return true;
  }

  /** Writes bytes from a position on, as {@link ReceivedFiles#write}. */
  synchronized void write(IncomingUpload call, byte[] bytes, int from) throws IOException {
    requireHolder(call);
    long before = files.received();
    try {
      files.write(bytes, from);
    } finally {
      place.written(files.received() - before);
    }
  }

  /** Ends the upload well, as {@link ReceivedFiles#complete}; its folder stays. */
  synchronized void complete(IncomingUpload call) throws IOException {
    requireHolder(call);
    files.complete();
    end();
  }

  /** Lets the upload wait for another call, if this one holds it. */
  synchronized void breakOff(IncomingUpload call, Instant now) {
    if (holder == call) {
      holder = null;
      brokenOff = now;
      place.rest();
    }
  }

  /**
   * Ends the upload and deletes what has come of it, if this call holds it.
   *
   * @return whether it does
   */
  synchronized boolean giveUp(IncomingUpload call) throws IOException {
    if (holder != call) {
      return false;
    }
    delete();
    return true;
  }

  /** Ends the upload and deletes what has come of it, if it was broken off no later than a time. */
  synchronized boolean deleteIfBrokenOff(Instant limit) throws IOException {
    if (over || brokenOff.isAfter(limit)) {
      return false;
    }
    delete();
    return true;
  }

  private void delete() throws IOException {
    end();
    files.close();
    source.delete();
  }

  private void end() {
    over = true;
    holder = null;
    brokenOff = Instant.MAX;
    place.leave();
  }

  private void requireHolder(IncomingUpload call) {
    if (holder != call) {
      throw MatineeException.of(Reason.CANCELLED, "Another call goes on with this upload.");
    }
  }
}

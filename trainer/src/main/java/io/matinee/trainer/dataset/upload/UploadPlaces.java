package io.matinee.trainer.dataset.upload;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How many uploads may be under way, and how much of the disk they have been promised. Thread-safe.
 */
final class UploadPlaces {
  static final int MOST = 16;

  private final Path folder;
  private int taken;
  private long promised;

  /** Places on the disk of a folder that exists. */
  UploadPlaces(Path folder) {
    this.folder = folder;
  }

  /**
   * Takes a place.
   *
   * @param bytes how many will be written
   * @throws MatineeException QUEUE_FULL, or STORAGE_FULL when the disk has no room for so many
   *     beside those that others have been promised
   */
  synchronized Place take(long bytes) throws IOException {
    occupy(bytes);
    return new Place(bytes);
  }

  private void occupy(long bytes) throws IOException {
    if (taken == MOST) {
      throw MatineeException.of(
          Reason.QUEUE_FULL, "As many uploads as may be are under way; repeat when one has ended.");
    }
    long free = Files.getFileStore(folder).getUsableSpace() - promised;
    if (bytes > free) {
      throw MatineeException.of(
          Reason.STORAGE_FULL,
          "The upload has %,d bytes to come and the trainer's disk room for %,d; free space in its home and repeat."
              .formatted(bytes, Math.max(0, free)));
    }
    taken++;
    promised += bytes;
  }

  private void vacate(long bytes) {
    taken--;
    promised -= bytes;
  }

  /** A place that is taken, until it is left. */
  final class Place {
    private long due;
    private boolean resting;
    private boolean left;

    private Place(long due) {
      this.due = due;
    }

    /** Notes bytes that are on the disk, and need no promise any more. */
    void written(long bytes) {
      synchronized (UploadPlaces.this) {
        due -= bytes;
        promised -= bytes;
      }
    }

    /** Makes room for another upload; only what has been written stays on the disk. */
    void rest() {
      synchronized (UploadPlaces.this) {
        if (!left && !resting) {
          resting = true;
          vacate(due);
        }
      }
    }

    /**
     * Ends the rest, if it rests.
     *
     * @throws MatineeException QUEUE_FULL, or STORAGE_FULL when there is no room any more for what
     *     is to come
     */
    void takeAgain() throws IOException {
      synchronized (UploadPlaces.this) {
        if (resting) {
          occupy(due);
          resting = false;
        }
      }
    }

    /** Leaves the place; only the first time counts. */
    void leave() {
      synchronized (UploadPlaces.this) {
        if (!left) {
          left = true;
          if (!resting) {
            vacate(due);
          }
        }
      }
    }
  }
}

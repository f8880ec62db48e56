package io.matinee.trainer.dataset.upload;

import io.matinee.runtime.error.MatineeException;
import io.matinee.trainer.dataset.source.ImportSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An upload under way: its bytes come in order, and go straight to the disk. Not thread-safe.
 *
 * <p>It holds a place and a folder until it ends: well, when its folder belongs to who imports it,
 * or given up.
 */
public final class IncomingUpload {
  private final List<AnnouncedFile> files;
  private final List<Path> targets;
  private final ImportSource.Uploaded source;
  private final UploadPlaces.Place place;
  private int next;
  private @Nullable ReceivedFile current;

  IncomingUpload(
      List<AnnouncedFile> files,
      List<Path> targets,
      ImportSource.Uploaded source,
      UploadPlaces.Place place) {
    this.files = files;
    this.targets = targets;
    this.source = source;
    this.place = place;
  }

  /** Returns where the files will be, once complete. */
  public ImportSource.Uploaded source() {
    return source;
  }

  /**
   * Writes the next bytes, of one file or of several.
   *
   * @throws MatineeException UPLOAD_CORRUPT when a file is complete and not what was announced, or
   *     when there are more bytes than were announced
   */
  public void write(byte[] bytes) throws IOException {
    int position = 0;
    while (position < bytes.length) {
      ReceivedFile file = incomplete();
      if (file == null) {
        AnnouncedFile last = files.getLast();
        throw ReceivedFile.corrupt(last, "is followed by more bytes", Long.toString(last.size()));
      }
      int count = file.take(bytes, position);
      place.written(count);
      position += count;
    }
  }

  /**
   * Ends the upload well; its folder is the importer's from here on.
   *
   * @throws MatineeException UPLOAD_CORRUPT when files or bytes are missing, or not those that were
   *     announced
   */
  public void complete() throws IOException {
    ReceivedFile missing = incomplete();
    if (missing != null) {
      missing.finish();
    }
    place.leave();
  }

  /** Ends the upload and deletes what has come of it; only the first time counts. */
  public void giveUp() throws IOException {
    place.leave();
    if (current != null) {
      current.close();
    }
    source.delete();
  }

  /** Returns the file that the next byte belongs to; null when all are complete, and right. */
  private @Nullable ReceivedFile incomplete() throws IOException {
    while (current == null || current.isComplete()) {
      if (current != null) {
        current.finish();
        current = null;
      }
      if (next == files.size()) {
        return null;
      }
      current = new ReceivedFile(files.get(next), targets.get(next));
      next++;
    }
    return current;
  }
}

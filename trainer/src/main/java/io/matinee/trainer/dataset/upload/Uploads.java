package io.matinee.trainer.dataset.upload;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.dataset.source.ImportSource;
import io.matinee.trainer.store.PlainName;
import io.matinee.trainer.store.Staging;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Takes in what callers upload: 16 at a time, each into a folder of its own, under names that no
 * caller can lead elsewhere. Thread-safe.
 */
public final class Uploads {
  private final Staging staging;
  private final UploadPlaces places;
  private final long maximumBytes;

  /**
   * Uploads into a staging.
   *
   * @param maximumBytes the most bytes of one upload
   */
  public Uploads(Staging staging, long maximumBytes) {
    this.staging = staging;
    this.places = new UploadPlaces(staging.folder());
    this.maximumBytes = maximumBytes;
  }

  /**
   * Begins an upload: all that can be refused of it is, before its first byte.
   *
   * @throws MatineeException IMPORT_UNREADABLE when it is too large, STORAGE_FULL when the disk has
   *     no room for it, QUEUE_FULL when too many are under way
   */
  public IncomingUpload begin(Announcement announced) throws IOException {
    if (announced.bytes() > maximumBytes) {
      throw MatineeException.of(
          Reason.IMPORT_UNREADABLE,
          "The upload has more than %,d bytes; raise MATINEE_TRAINER_MAXIMUM_IMPORT_BYTES."
              .formatted(maximumBytes));
    }
    UploadPlaces.Place place = places.take(announced.bytes());
    try {
      return begin(announced, staging.create("upload-" + UUID.randomUUID()), place);
    } catch (IOException | RuntimeException failure) {
      place.leave();
      throw failure;
    }
  }

  private static IncomingUpload begin(Announcement announced, Path folder, UploadPlaces.Place place)
      throws IOException {
    List<AnnouncedFile> files = announced.files();
    if (files.size() == 1) {
      Path file = folder.resolve(PlainName.of(files.getFirst().name()));
      var source = new ImportSource.Uploaded(folder, file, announced.label());
      return new IncomingUpload(files, List.of(file), source, place);
    }
    Path together = Files.createDirectory(folder.resolve(PlainName.of(announced.label())));
    List<Path> targets =
        files.stream().map(file -> together.resolve(PlainName.of(lower(file.name())))).toList();
    var source = new ImportSource.Uploaded(folder, together, announced.label());
    return new IncomingUpload(files, targets, source, place);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}

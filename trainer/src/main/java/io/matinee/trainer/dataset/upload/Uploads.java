package io.matinee.trainer.dataset.upload;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.error.UsedRequestId;
import io.matinee.trainer.dataset.source.ImportSource;
import io.matinee.trainer.store.PlainName;
import io.matinee.trainer.store.Staging;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Takes in what callers upload: 16 at a time, each into a folder of its own, under names that no
 * caller can lead elsewhere. What is broken off and has a key waits for the rest, 16 uploads at
 * most, the latest. Thread-safe.
 */
public final class Uploads {
  private static final Logger LOG = Logger.getLogger(Uploads.class);

  private final Staging staging;
  private final UploadPlaces places;
  private final long maximumBytes;
  private final Duration patience;
  private final InstantSource clock;
  private final Map<UploadKey, StoredUpload> known = new HashMap<>();

  /**
   * Uploads into a staging.
   *
   * @param maximumBytes the most bytes of one upload
   * @param patience how long what was broken off waits for the rest
   * @param clock the time
   */
  public Uploads(Staging staging, long maximumBytes, Duration patience, InstantSource clock) {
    this.staging = staging;
    this.places = new UploadPlaces(staging.folder());
    this.maximumBytes = maximumBytes;
    this.patience = patience;
    this.clock = clock;
  }

  /**
   * Begins an upload, or goes on with what has come of one with the same key: all that can be
   * refused of it is, before its first byte.
   *
   * @param key by which the upload can be gone on with; empty when it cannot
   * @param offset where the bytes that come go on, at least 0
   * @throws MatineeException IMPORT_UNREADABLE when it is too large, STORAGE_FULL when the disk has
   *     no room for it, QUEUE_FULL when too many are under way, INVALID_REQUEST when less has come
   *     than the offset says, REQUEST_ID_REUSED when the id came with another request
   */
  public IncomingUpload begin(Announcement announced, Optional<UploadKey> key, long offset)
      throws IOException {
    if (announced.bytes() > maximumBytes) {
      throw MatineeException.of(
          Reason.IMPORT_UNREADABLE,
          "The upload has more than %,d bytes; raise MATINEE_TRAINER_MAXIMUM_IMPORT_BYTES."
              .formatted(maximumBytes));
    }
    Optional<IncomingUpload> goingOn = key.isPresent() ? goOn(key.get(), offset) : Optional.empty();
    if (goingOn.isPresent()) {
      return goingOn.get();
    }
    requireStored(offset, 0);
    StoredUpload stored = store(announced);
    IncomingUpload incoming = new IncomingUpload(this, stored, new Pace(clock), 0);
    stored.hold(incoming);
    key.ifPresent(it -> remember(it, stored));
    return incoming;
  }

  /** Returns how many bytes have come of an upload; 0 when nothing of it is there. */
  public synchronized long received(String dataset, String requestId) {
    return find(dataset, requestId).map(found -> found.getValue().received()).orElse(0L);
  }

  /** Deletes what has waited too long for its rest. */
  public void deleteExpired() {
    Instant limit = clock.instant().minus(patience);
    for (StoredUpload each : stored()) {
      deleteIfBrokenOff(each, limit);
    }
  }

  void breakOff(IncomingUpload call, StoredUpload stored) throws IOException {
    if (!stored().contains(stored)) {
      stored.giveUp(call);
      return;
    }
    stored.breakOff(call, clock.instant());
    List<StoredUpload> waiting =
        stored().stream()
            .filter(each -> each.brokenOff().isBefore(Instant.MAX))
            .sorted(Comparator.comparing(StoredUpload::brokenOff))
            .toList();
    for (StoredUpload each : waiting.subList(0, Math.max(0, waiting.size() - UploadPlaces.MOST))) {
      deleteIfBrokenOff(each, Instant.MAX.minusNanos(1));
    }
  }

  synchronized void forget(StoredUpload stored) {
    known.values().remove(stored);
  }

  private synchronized List<StoredUpload> stored() {
    return List.copyOf(known.values());
  }

  private synchronized void remember(UploadKey key, StoredUpload stored) {
    known.put(key, stored);
  }

  private synchronized Optional<IncomingUpload> goOn(UploadKey key, long offset)
      throws IOException {
    Optional<Map.Entry<UploadKey, StoredUpload>> found = find(key.dataset(), key.request().id());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    if (!found.get().getKey().equals(key)) {
      throw UsedRequestId.refusal();
    }
    StoredUpload stored = found.get().getValue();
    synchronized (stored) { // so that no other call adds to what this one finds
      requireStored(offset, stored.received());
      IncomingUpload incoming = new IncomingUpload(this, stored, new Pace(clock), offset);
      return stored.hold(incoming) ? Optional.of(incoming) : Optional.empty();
    }
  }

  private Optional<Map.Entry<UploadKey, StoredUpload>> find(String dataset, String requestId) {
    return known.entrySet().stream()
        .filter(
            each ->
                each.getKey().dataset().equals(dataset)
                    && each.getKey().request().id().equals(requestId))
        .findFirst();
  }

  private static void requireStored(long offset, long received) {
    if (offset > received) {
      String problem = "must be at most %d: so many bytes have come".formatted(received);
      throw MatineeException.of(
              Reason.INVALID_REQUEST, "header.offset_bytes %s.".formatted(problem))
          .onField("header.offset_bytes", problem);
    }
  }

  private void deleteIfBrokenOff(StoredUpload stored, Instant limit) {
    try {
      if (stored.deleteIfBrokenOff(limit)) {
        forget(stored);
      }
    } catch (IOException leftForTheNextStart) {
      forget(stored);
      LOG.warn("could not delete an upload whose rest never came", leftForTheNextStart);
    }
  }

  private StoredUpload store(Announcement announced) throws IOException {
    UploadPlaces.Place place = places.take(announced.bytes());
    try {
      return store(announced, staging.create("upload-" + UUID.randomUUID()), place);
    } catch (IOException | RuntimeException failure) {
      place.leave();
      throw failure;
    }
  }

  private static StoredUpload store(Announcement announced, Path folder, UploadPlaces.Place place)
      throws IOException {
    List<AnnouncedFile> files = announced.files();
    if (files.size() == 1) {
      Path file = folder.resolve(PlainName.of(files.getFirst().name()));
      var source = new ImportSource.Uploaded(folder, file, announced.label());
      return new StoredUpload(new ReceivedFiles(files, List.of(file)), source, place);
    }
    Path together = Files.createDirectory(folder.resolve(PlainName.of(announced.label())));
    List<Path> targets =
        files.stream().map(file -> together.resolve(PlainName.of(lower(file.name())))).toList();
    var source = new ImportSource.Uploaded(folder, together, announced.label());
    return new StoredUpload(new ReceivedFiles(files, targets), source, place);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}

package io.matinee.runtime.following;

import io.matinee.model.durable.OwnerOnly;
import io.matinee.model.snapshot.BlobReference;
import io.matinee.model.snapshot.CorruptBlobException;
import io.matinee.model.snapshot.Digests;
import io.matinee.model.snapshot.Manifest;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * A folder of blobs that are known by their digest: {@code blobs/sha256/<digest>}. A blob is there
 * whole or not at all; what is being downloaded lies in {@code partial/<digest>} and is gone on
 * with after a break. A cache that is complete need not be writable. Used by one process at a time.
 * Thread safe: several blobs may be on their way at once, each of them once.
 */
final class BlobCache {
  private final Path blobs;
  private final Path partial;
  private final BlobTurns turns = new BlobTurns();
  private final Upkeep upkeep;
  private final Clock clock;

  BlobCache(Path root, Upkeep upkeep, Clock clock) {
    this.blobs = root.resolve("blobs").resolve("sha256");
    this.partial = root.resolve("partial");
    this.upkeep = upkeep;
    this.clock = clock;
  }

  /** Returns where a blob lies, or would lie. */
  Path locate(BlobReference blob) {
    return blobs.resolve(blob.sha256());
  }

  /**
   * Has a blob's file here, downloading it when it is missing. What is downloaded is verified; what
   * is here is not read.
   *
   * @throws CorruptBlobException when what was downloaded is not the blob; nothing of it stays
   */
  void fetch(BlobReference blob, BlobSource source) throws IOException {
    Path file = locate(blob);
    turns.take(
        blob.sha256(),
        () -> {
          if (!Files.exists(file)) {
            download(blob, source);
          }
        });
    upkeep.attempt(
        () -> {
          OwnerOnly.seal(blobs);
          touch(file);
        });
  }

  /** Notes that blobs are in use now, those of them that are here. */
  void touch(Set<String> digests) throws IOException {
    for (String digest : digests) {
      Path file = blobs.resolve(digest);
      if (Files.exists(file)) {
        touch(file);
      }
    }
  }

  /**
   * Returns what a manifest that is here says.
   *
   * @throws CorruptBlobException when it is not the one that the target names, or none at all
   * @throws UncheckedIOException when it is not here, or cannot be read
   * @throws io.matinee.model.snapshot.UnsupportedFormatException when it is of another format
   */
  Manifest manifest(Target target) {
    Path file = locate(target.manifest());
    Digests.verify(file, target.manifest());
    try {
      return Manifest.fromBlob(target.manifest(), Files.readString(file));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * Returns what is damaged of a blob's file; one that is missing or cannot be read is, too.
   *
   * @param pace is told how many bytes of each part were read, and may take its time or throw
   */
  Optional<CorruptBlobException> damage(BlobReference blob, LongConsumer pace) {
    try {
      Digests.verify(locate(blob), blob, pace);
      return Optional.empty();
    } catch (CorruptBlobException damaged) {
      return Optional.of(damaged);
    } catch (UncheckedIOException unreadable) {
      return Optional.of(new CorruptBlobException(blob.name(), "a file", "none that can be read"));
    }
  }

  /**
   * Downloads a blob anew if it is damaged, in the place of its file, which stays until then:
   * another may be about to open it.
   *
   * @throws CorruptBlobException when what was downloaded is not the blob
   */
  void mend(BlobReference blob, BlobSource source) throws IOException {
    turns.take(
        blob.sha256(),
        () -> {
          if (damage(blob, bytes -> {}).isPresent()) {
            download(blob, source);
          }
        });
  }

  /** Deletes what a rule lets go, whole or partial. */
  void evict(Retention retention) throws IOException {
    retention.evict(blobs);
    retention.evict(partial);
  }

  private void touch(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
  }

  private void download(BlobReference blob, BlobSource source) throws IOException {
    OwnerOnly.createFolder(blobs);
    OwnerOnly.createFolder(partial);
    Path file = partial.resolve(blob.sha256());
    write(blob, source, file);
    try {
      Digests.verify(file, blob);
    } catch (CorruptBlobException corrupt) {
      Files.delete(file);
      throw corrupt;
    }
    Files.move(file, locate(blob), StandardCopyOption.ATOMIC_MOVE);
  }

  private static void write(BlobReference blob, BlobSource source, Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      long offset = channel.size();
      if (offset > blob.size()) {
        channel.truncate(0);
        offset = 0;
      }
      channel.position(offset);
      if (offset < blob.size()) {
        OutputStream sink = Channels.newOutputStream(channel);
        source.download(blob, offset, sink);
      }
      channel.force(true);
    }
  }
}

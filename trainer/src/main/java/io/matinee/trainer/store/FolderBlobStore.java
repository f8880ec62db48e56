package io.matinee.trainer.store;

import io.matinee.model.durable.DurableFiles;
import io.matinee.model.snapshot.BlobReference;
import io.matinee.model.snapshot.Digests;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Blobs in a folder, each a file named by its digest whose time of change is when it was put last.
 * Staged files must lie on the same file system. Putting and deleting exclude one another, in all
 * processes, by a lock on the file {@code FOLDER.lock}: a blob that is put is not deleted for the
 * age that it had before. Thread-safe.
 */
public final class FolderBlobStore implements BlobStore {
  private final Path folder;
  private final Clock clock;
  private final ReentrantLock changing = new ReentrantLock();

  /** A store in an existing folder. */
  public FolderBlobStore(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  @Override
  public URI location() {
    return folder.toUri();
  }

  @Override
  public StoredBlob put(Path staged) throws IOException {
    return put(staged, Digests.sha256(staged));
  }

  @Override
  public StoredBlob put(Path staged, String sha256) throws IOException {
    StoredBlob blob = new StoredBlob(sha256, Files.size(staged));
    move(staged, sha256);
    return blob;
  }

  @Override
  public void put(Path staged, BlobReference expected) throws IOException {
    Digests.verify(staged, expected);
    move(staged, expected.sha256());
  }

  @Override
  public long size(String sha256) throws IOException {
    try {
      return Files.size(file(sha256));
    } catch (NoSuchFileException none) {
      throw notFound(sha256);
    }
  }

  @Override
  public InputStream open(String sha256, long offset) throws IOException {
    try {
      FileChannel bytes = FileChannel.open(file(sha256), StandardOpenOption.READ);
      return Channels.newInputStream(bytes.position(offset));
    } catch (NoSuchFileException none) {
      throw notFound(sha256);
    }
  }

  @Override
  public Path localCopy(String sha256) {
    Path file = file(sha256);
    if (!Files.isRegularFile(file)) {
      throw notFound(sha256);
    }
    return file;
  }

  @Override
  public List<String> putBefore(Instant time) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> wasPutBefore(file, time))
          .map(file -> file.getFileName().toString())
          .toList();
    }
  }

  @Override
  public boolean deleteIfPutBefore(String sha256, Instant time) throws IOException {
    Path file = file(sha256);
    return exclusively(() -> wasPutBefore(file, time) && Files.deleteIfExists(file));
  }

  private void move(Path staged, String sha256) throws IOException {
    exclusively(
        () -> {
          Files.setLastModifiedTime(staged, FileTime.from(clock.instant()));
          DurableFiles.moveInPlace(staged, file(sha256));
          return true;
        });
  }

  /** What happens to the blobs' names while no other thread or process changes them. */
  private interface Change {
    boolean make() throws IOException;
  }

  private boolean exclusively(Change change) throws IOException {
    changing.lock();
    try (FileChannel channel =
            FileChannel.open(
                folder.resolveSibling(folder.getFileName() + ".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      assert held.isValid();
      return change.make();
    } finally {
      changing.unlock();
    }
  }

  private static boolean wasPutBefore(Path file, Instant time) {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(time);
    } catch (IOException gone) {
      return false;
    }
  }

  private Path file(String sha256) {
    return folder.resolve(sha256);
  }

  private static MatineeException notFound(String sha256) {
    return MatineeException.of(Reason.BLOB_NOT_FOUND, "There is no blob " + sha256 + ".")
        .with("sha256", sha256);
  }
}

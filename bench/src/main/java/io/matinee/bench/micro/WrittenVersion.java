package io.matinee.bench.micro;

import io.matinee.bench.size.MadeUpVersion;
import io.matinee.model.durable.Folders;
import io.matinee.model.snapshot.BlobRole;
import io.matinee.model.snapshot.Manifest;
import io.matinee.model.snapshot.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;

/**
 * A made-up version of 10,000 users and 2,000 movies in a folder of its own.
 *
 * @param folder where its blobs lie
 * @param manifest what it consists of
 */
record WrittenVersion(Path folder, Manifest manifest) implements AutoCloseable {
  /** Writes the version. */
  static WrittenVersion write() {
    try {
      Path folder = Files.createTempDirectory("matinee-version");
      return new WrittenVersion(folder, new MadeUpVersion(10_000, 2000, 20, 32).write(folder, 1));
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  /** Opens all of it but what was held out; the caller closes it. */
  Snapshot open() {
    return Snapshot.open(
        manifest,
        blob -> folder.resolve(blob.name()),
        EnumSet.complementOf(EnumSet.of(BlobRole.HELD_OUT)));
  }

  /** Deletes the folder. */
  @Override
  public void close() throws IOException {
    Folders.delete(folder);
  }
}

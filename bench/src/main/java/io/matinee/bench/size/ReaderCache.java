package io.matinee.bench.size;

import io.matinee.model.snapshot.BlobReference;
import io.matinee.model.snapshot.Digests;
import io.matinee.model.snapshot.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A reader's cache as a reader leaves it that has loaded a version. */
public final class ReaderCache {
  private ReaderCache() {}

  /** What writes a snapshot into a folder. */
  @FunctionalInterface
  public interface Writer {
    /** Writes the blobs, each under its name, and the manifest. */
    Manifest write(Path folder) throws IOException;
  }

  /** Has the cache hold what a writer makes, as what was loaded last. */
  public static void fill(Path cache, Writer writer) throws IOException {
    Path blobs = Files.createDirectories(cache.resolve("blobs").resolve("sha256"));
    Path folder = cache.resolveSibling("written");
    Manifest manifest = writer.write(folder);
    for (BlobReference blob : manifest.blobs()) {
      Files.move(folder.resolve(blob.name()), blobs.resolve(blob.sha256()));
    }
    Path file = folder.resolve(Manifest.FILE_NAME);
    BlobReference reference = Digests.reference("manifest", file);
    Files.move(file, blobs.resolve(reference.sha256()));
    Files.delete(folder);
    Files.write(
        Files.createDirectories(cache.resolve("current")).resolve("movies.production"),
        List.of(
            "models/movies/aliases/production",
            "models/movies/versions/1",
            reference.sha256(),
            Long.toString(reference.size())));
  }
}

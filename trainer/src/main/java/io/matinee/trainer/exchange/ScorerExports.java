package io.matinee.trainer.exchange;

import io.matinee.model.exchange.ExportedSide;
import io.matinee.model.exchange.NumpyExport;
import io.matinee.model.exchange.SafetensorsExport;
import io.matinee.model.exchange.ScorerExport;
import io.matinee.model.scoring.Scorer;
import io.matinee.model.snapshot.BlobReference;
import io.matinee.model.snapshot.BlobRole;
import io.matinee.model.snapshot.CorruptBlobException;
import io.matinee.model.snapshot.Manifest;
import io.matinee.model.snapshot.ScorerManifest;
import io.matinee.model.snapshot.Snapshot;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.store.BlobStore;
import io.matinee.trainer.store.ExportedFiles;
import io.matinee.trainer.store.StoredBlob;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Writes scorers into files for others. Thread-safe. */
public final class ScorerExports {
  private final BlobStore blobs;
  private final ExportedFiles files;
  private final int megabytes;

  /** Exports from a store; Parquet is written with at most so much memory. */
  public ScorerExports(BlobStore blobs, ExportedFiles files, int megabytes) {
    this.blobs = blobs;
    this.files = files;
    this.megabytes = megabytes;
  }

  /**
   * Exports a scorer. Waits while another export is written.
   *
   * @param version the name of the version that it is of
   * @param manifest what the version is made of
   * @param role {@link BlobRole#RANKING} or {@link BlobRole#RATING}
   * @param givenUp completes when nobody waits for it any more: then nothing of it stays
   * @return the blob with the whole file, which stays for a day at least
   * @throws MatineeException NO_RANKING_SCORER or NO_RATING_SCORER when there is none,
   *     INVALID_REQUEST when the format does not hold it, BLOB_CORRUPT, BLOB_NOT_FOUND, or what
   *     {@link ExportedFiles#write} throws
   */
  public StoredBlob export(
      String version,
      Manifest manifest,
      BlobRole role,
      ScorerFormat format,
      CompletableFuture<?> givenUp) {
    ScorerManifest described = described(version, manifest, role);
    return files.write(
        givenUp,
        (folder, file) -> {
          Set<BlobRole> roles = Set.of(BlobRole.CATALOGUE, BlobRole.USERS, role);
          try (Snapshot snapshot = Snapshot.open(manifest, this::locate, roles)) {
            Optional<Scorer> scorer =
                role == BlobRole.RANKING ? snapshot.ranking() : snapshot.rating();
            ScorerExport content =
                ScorerExport.of(
                    version, role.blobName(), snapshot, described, scorer.orElseThrow());
            write(content, format, folder, file, givenUp);
          } catch (CorruptBlobException corrupt) {
            throw MatineeException.of(
                Reason.BLOB_CORRUPT, String.valueOf(corrupt.getMessage()), corrupt);
          }
        });
  }

  private static ScorerManifest described(String version, Manifest manifest, BlobRole role) {
    boolean ranks = role == BlobRole.RANKING;
    return (ranks ? manifest.ranking() : manifest.rating())
        .orElseThrow(
            () ->
                MatineeException.of(
                        ranks ? Reason.NO_RANKING_SCORER : Reason.NO_RATING_SCORER,
                        "%s has no scorer that %s; export the other one."
                            .formatted(version, ranks ? "ranks" : "predicts ratings"))
                    .with("model_version", version));
  }

  private void write(
      ScorerExport content,
      ScorerFormat format,
      Path folder,
      Path file,
      CompletableFuture<?> givenUp)
      throws IOException, SQLException {
    switch (format) {
      case SAFETENSORS -> SafetensorsExport.write(file, content);
      case NUMPY -> NumpyExport.write(file, content);
      case PARQUET_MOVIES ->
          parquet(folder, givenUp)
              .write(file, content, side(content, Optional.of(content.movies())));
      case PARQUET_USERS ->
          parquet(folder, givenUp).write(file, content, side(content, content.users()));
    }
  }

  private ParquetExport parquet(Path folder, CompletableFuture<?> givenUp) {
    return new ParquetExport(folder, megabytes, givenUp);
  }

  /** Weights between movies are no rows of their own. */
  private static ExportedSide side(ScorerExport content, Optional<ExportedSide> side) {
    if (content.users().isEmpty()) {
      String problem = "has no room for neighbours of movies; ask for safetensors or NumPy";
      throw MatineeException.of(Reason.INVALID_REQUEST, "format Parquet %s.".formatted(problem))
          .onField("format", problem);
    }
    return side.orElseThrow();
  }

  private Path locate(BlobReference blob) {
    try {
      return blobs.localCopy(blob.sha256());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}

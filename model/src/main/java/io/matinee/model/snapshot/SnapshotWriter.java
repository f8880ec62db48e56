package io.matinee.model.snapshot;

import io.matinee.model.durable.DurableFiles;
import io.matinee.model.scoring.ScorerModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes snapshots: one file a blob, named as the blob, and {@link Manifest#FILE_NAME}. */
public final class SnapshotWriter {
  private final Path directory;
  private final List<BlobReference> blobs = new ArrayList<>();

  private SnapshotWriter(Path directory) {
    this.directory = directory;
  }

  /**
   * Writes a snapshot. When the method returns, every byte of it is durable; the manifest appears
   * last and at once.
   *
   * @param directory an existing folder; old files of the same names are replaced
   * @param content what to write
   * @return the manifest with the digests of the blobs
   * @throws UncheckedIOException if something cannot be written
   */
  public static Manifest write(Path directory, SnapshotContent content) {
    try {
      return new SnapshotWriter(directory).write(content);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Manifest write(SnapshotContent content) throws IOException {
    add(BlobRole.CATALOGUE, file -> CatalogueBlob.write(file, content.catalogue()));
    add(BlobRole.USERS, file -> UsersBlob.write(file, content.training().users()));
    add(BlobRole.SEEN, file -> RatingsBlob.writeWithoutTimestamps(file, content.training()));
    add(BlobRole.HELD_OUT, file -> RatingsBlob.write(file, content.heldOut()));
    addScorer(BlobRole.RANKING, content.ranking());
    addScorer(BlobRole.RATING, content.rating());
    addFolder(BlobRole.RANKING_SAVED_MODEL, content.rankingSavedModel());
    addFolder(BlobRole.RATING_SAVED_MODEL, content.ratingSavedModel());
    Manifest manifest = manifest(content);
    DurableFiles.writeAtomically(
        directory.resolve(Manifest.FILE_NAME),
        ByteBuffer.wrap(manifest.toJson().getBytes(StandardCharsets.UTF_8)));
    return manifest;
  }

  private void addScorer(BlobRole role, Optional<ScorerModel> model) throws IOException {
    if (model.isPresent()) {
      add(role, file -> ScorerBlob.write(file, model.get()));
    }
  }

  private void addFolder(BlobRole role, Optional<FolderContent> folder) throws IOException {
    if (folder.isPresent()) {
      add(role, file -> PackedFolder.write(file, folder.get()));
    }
  }

  private void add(BlobRole role, BlobBody body) throws IOException {
    Path file = directory.resolve(role.blobName());
    body.writeTo(file);
    blobs.add(Digests.reference(role.blobName(), file));
  }

  private Manifest manifest(SnapshotContent content) {
    ManifestDraft draft = content.draft();
    return new Manifest(
        Manifest.FORMAT_VERSION,
        draft.datasetVersion(),
        draft.ratingsRevision(),
        draft.scale(),
        draft.synthetic(),
        draft.holdOut(),
        draft.holdOut().digest(),
        draft.ranking(),
        draft.rating(),
        content.training().userCount(),
        content.training().activeUserCount(),
        content.training().movieCount(),
        content.training().ratingCount(),
        content.heldOut().ratingCount(),
        draft.servable(),
        draft.seed(),
        draft.device(),
        draft.libraryVersions(),
        draft.createTime(),
        blobs);
  }

  /** Writes the bytes of one blob. */
  @FunctionalInterface
  private interface BlobBody {
    void writeTo(Path file) throws IOException;
  }
}

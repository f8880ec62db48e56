package io.matinee.trainer.registry;

import io.matinee.model.snapshot.BlobReference;
import io.matinee.model.snapshot.Manifest;
import io.matinee.model.snapshot.UnsupportedFormatException;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.paging.Batches;
import io.matinee.runtime.paging.PageRoom;
import io.matinee.trainer.name.ModelName;
import io.matinee.trainer.name.ModelVersionName;
import io.matinee.trainer.store.Database;
import io.matinee.trainer.store.Microseconds;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The published versions, in the database. Thread-safe. */
public final class ModelVersions {
  private static final String SELECT =
      "SELECT version_number, manifest, create_time FROM model_version"
          + " WHERE model_id = :model";

  private final Database database;
  private final Clock clock;

  /** The versions of a database. */
  public ModelVersions(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Returns a version.
   *
   * @throws MatineeException MODEL_VERSION_NOT_FOUND
   */
  public ModelVersion get(ModelVersionName name) {
    return database
        .read(
            handle ->
                handle
                    .createQuery(SELECT + " AND version_number = :number")
                    .bind("model", name.model())
                    .bind("number", name.number())
                    .map((row, context) -> read(handle, name.model(), row))
                    .findOne())
        .orElseThrow(name::missing);
  }

  /**
   * Returns a model's versions below a number, newest first, which are read a few at a time.
   *
   * @param room of the page that they are for
   */
  public Batches<ModelVersion> list(ModelName model, long below, PageRoom room) {
    return Batches.of(
        room,
        (last, limit) ->
            list(model, last.map(known -> known.name().number()).orElse(below), limit));
  }

  private List<ModelVersion> list(ModelName model, long below, int limit) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    SELECT
                        + " AND version_number < :below ORDER BY version_number DESC LIMIT :limit")
                .bind("model", model.model())
                .bind("below", below)
                .bind("limit", limit)
                .map((row, context) -> read(handle, model.model(), row))
                .list());
  }

  /**
   * Returns the digests of all blobs that any version, of a model or a data set, or a split is made
   * of.
   */
  public Set<String> referencedBlobs() {
    return new HashSet<>(
        database.read(
            handle ->
                handle
                    .createQuery(
                        "SELECT sha256 FROM model_version_blob"
                            + " UNION SELECT sha256 FROM dataset_version_blob"
                            + " UNION SELECT sha256 FROM dataset_split")
                    .mapTo(String.class)
                    .list()));
  }

  /** Adds a version within a transaction, and returns it. */
  ModelVersion add(Handle handle, ModelName model, String manifestJson, List<BlobReference> blobs) {
    Instant now = Microseconds.now(clock);
    Optional<Manifest> manifest = manifest(manifestJson);
    Models.ensure(handle, model, now);
    long number = nextNumber(handle, model);
    handle
        .createUpdate(
            "INSERT INTO model_version"
                + " (model_id, version_number, manifest_sha256, manifest, dataset_version,"
                + " create_time)"
                + " VALUES (:model, :number, :digest, :manifest, :dataset, :time)")
        .bind("model", model.model())
        .bind("number", number)
        .bind("digest", blobs.getFirst().sha256())
        .bind("manifest", manifestJson)
        .bind("dataset", manifest.map(Manifest::datasetVersion).orElse(null))
        .bind("time", Microseconds.of(now))
        .execute();
    ModelVersionName name = new ModelVersionName(model.model(), number);
    for (int position = 0; position < blobs.size(); position++) {
      addBlob(handle, name, position, blobs.get(position));
    }
    return new ModelVersion(name, manifest, blobs, now);
  }

  /** Takes a number that no version has, nor one that was deleted. */
  private static long nextNumber(Handle handle, ModelName model) {
    handle.execute(
        "UPDATE model SET last_version_number = last_version_number + 1 WHERE model_id = ?",
        model.model());
    return handle
        .createQuery("SELECT last_version_number FROM model WHERE model_id = :model")
        .bind("model", model.model())
        .mapTo(Long.class)
        .one();
  }

  /**
   * Checks within a transaction that a version exists.
   *
   * @throws MatineeException MODEL_VERSION_NOT_FOUND
   */
  static void require(Handle handle, ModelVersionName name) {
    var unused = requireManifest(handle, name);
  }

  /**
   * Checks within a transaction that readers can answer from a version.
   *
   * @throws MatineeException MODEL_VERSION_NOT_FOUND, FORMAT_UNSUPPORTED or NOT_SERVABLE
   */
  static void requireServable(Handle handle, ModelVersionName name) {
    Manifest manifest = readable(name, requireManifest(handle, name));
    if (!manifest.servable()) {
      throw MatineeException.of(
              Reason.NOT_SERVABLE,
              name + " is for evaluation only: no reader scores as its training did.")
          .with("model_version", name.toString());
    }
  }

  private static String requireManifest(Handle handle, ModelVersionName name) {
    return handle
        .createQuery(
            "SELECT manifest FROM model_version"
                + " WHERE model_id = :model AND version_number = :number")
        .bind("model", name.model())
        .bind("number", name.number())
        .mapTo(String.class)
        .findOne()
        .orElseThrow(name::missing);
  }

  private static void addBlob(
      Handle handle, ModelVersionName version, int position, BlobReference blob) {
    handle
        .createUpdate(
            "INSERT INTO model_version_blob"
                + " (model_id, version_number, position, blob_name, sha256, size_bytes)"
                + " VALUES (:model, :number, :position, :name, :digest, :size)")
        .bind("model", version.model())
        .bind("number", version.number())
        .bind("position", position)
        .bind("name", blob.name())
        .bind("digest", blob.sha256())
        .bind("size", blob.size())
        .execute();
  }

  private static ModelVersion read(Handle handle, String model, ResultSet row) throws SQLException {
    ModelVersionName name = new ModelVersionName(model, row.getLong("version_number"));
    return new ModelVersion(
        name,
        manifest(row.getString("manifest")),
        blobs(handle, name),
        Microseconds.toInstant(row.getLong("create_time")));
  }

  private static Optional<Manifest> manifest(String json) {
    try {
      return Optional.of(Manifest.fromJson(json));
    } catch (UnsupportedFormatException | IllegalArgumentException ofAnotherRelease) {
      return Optional.empty();
    }
  }

  private static List<BlobReference> blobs(Handle handle, ModelVersionName name) {
    return handle
        .createQuery(
            "SELECT blob_name, sha256, size_bytes FROM model_version_blob"
                + " WHERE model_id = :model AND version_number = :number ORDER BY position")
        .bind("model", name.model())
        .bind("number", name.number())
        .map(
            (row, context) ->
                new BlobReference(
                    row.getString("blob_name"), row.getString("sha256"), row.getLong("size_bytes")))
        .list();
  }

  private static Manifest readable(ModelVersionName name, String json) {
    try {
      return Manifest.fromJson(json);
    } catch (UnsupportedFormatException | IllegalArgumentException ofAnotherRelease) {
      throw MatineeException.of(
              Reason.FORMAT_UNSUPPORTED,
              "%s cannot be read: %s".formatted(name, ofAnotherRelease.getMessage()))
          .with("model_version", name.toString());
    }
  }
}

package io.matinee.trainer.dataset.version;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.name.DatasetName;
import io.matinee.trainer.name.DatasetVersionName;
import io.matinee.trainer.store.Json;
import io.matinee.trainer.store.Microseconds;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The rows of versions of data sets, and of their blobs, each within a transaction. */
final class VersionTable {
  private static final String SELECT =
      "SELECT dataset_id, version_number, manifest_sha256, manifest, create_time, accept_reason,"
          + " accept_time FROM dataset_version WHERE dataset_id = :dataset";

  private VersionTable() {}

  /**
   * Finds a version.
   *
   * @throws MatineeException FORMAT_UNSUPPORTED when another release wrote it
   */
  static Optional<DatasetVersion> find(Handle handle, DatasetVersionName name) {
    return handle
        .createQuery(SELECT + " AND version_number = :number")
        .bind("dataset", name.dataset())
        .bind("number", name.number())
        .map(VersionTable::read)
        .findOne();
  }

  /**
   * Returns a data set's versions below a number, newest first, at most {@code limit}.
   *
   * @throws MatineeException FORMAT_UNSUPPORTED when another release wrote one of them
   */
  static List<DatasetVersion> list(Handle handle, DatasetName name, long below, int limit) {
    return handle
        .createQuery(
            SELECT + " AND version_number < :below ORDER BY version_number DESC LIMIT :limit")
        .bind("dataset", name.dataset())
        .bind("below", below)
        .bind("limit", limit)
        .map(VersionTable::read)
        .list();
  }

  /**
   * Adds a version under a new number, and returns it.
   *
   * @throws MatineeException DATASET_NOT_FOUND
   */
  static DatasetVersion add(
      Handle handle,
      DatasetName dataset,
      String manifestSha256,
      DatasetManifest manifest,
      Instant now) {
    long number = nextNumber(handle, dataset);
    handle
        .createUpdate(
            "INSERT INTO dataset_version"
                + " (dataset_id, version_number, manifest_sha256, manifest, create_time)"
                + " VALUES (:dataset, :number, :digest, :manifest, :time)")
        .bind("dataset", dataset.dataset())
        .bind("number", number)
        .bind("digest", manifestSha256)
        .bind("manifest", Json.write(manifest))
        .bind("time", Microseconds.of(now))
        .execute();
    for (DatasetBlob blob : manifest.blobs()) {
      handle
          .createUpdate(
              "INSERT INTO dataset_version_blob"
                  + " (dataset_id, version_number, blob_name, sha256, size_bytes)"
                  + " VALUES (:dataset, :number, :name, :digest, :size)")
          .bind("dataset", dataset.dataset())
          .bind("number", number)
          .bind("name", blob.name())
          .bind("digest", blob.sha256())
          .bind("size", blob.size())
          .execute();
    }
    return new DatasetVersion(
        new DatasetVersionName(dataset.dataset(), number),
        manifestSha256,
        manifest,
        now,
        Optional.empty());
  }

  /** Keeps that a version's change is meant, in place of what was said before. */
  static void accept(Handle handle, DatasetVersionName name, Acceptance acceptance) {
    handle.execute(
        "UPDATE dataset_version SET accept_reason = ?, accept_time = ?"
            + " WHERE dataset_id = ? AND version_number = ?",
        acceptance.reason(),
        Microseconds.of(acceptance.time()),
        name.dataset(),
        name.number());
  }

  /** Takes a number that no version has, nor one that was deleted. */
  private static long nextNumber(Handle handle, DatasetName dataset) {
    handle.execute(
        "UPDATE dataset SET last_version_number = last_version_number + 1 WHERE dataset_id = ?",
        dataset.dataset());
    return handle
        .createQuery("SELECT last_version_number FROM dataset WHERE dataset_id = :dataset")
        .bind("dataset", dataset.dataset())
        .mapTo(Long.class)
        .findOne()
        .orElseThrow(dataset::missing);
  }

  /** As much of a manifest as every release writes. */
  private record Shape(int formatVersion) {}

  private static DatasetVersion read(ResultSet row, StatementContext context) throws SQLException {
    DatasetVersionName name =
        new DatasetVersionName(row.getString("dataset_id"), row.getLong("version_number"));
    String manifest = row.getString("manifest");
    if (Json.read(manifest, Shape.class).formatVersion() != DatasetManifest.FORMAT_VERSION) {
      throw MatineeException.of(
              Reason.FORMAT_UNSUPPORTED,
              "%s was written by another release; import again, into a new home.".formatted(name))
          .with("dataset_version", name.toString());
    }
    return new DatasetVersion(
        name,
        row.getString("manifest_sha256"),
        Json.read(manifest, DatasetManifest.class),
        Microseconds.toInstant(row.getLong("create_time")),
        Optional.ofNullable(acceptance(row)));
  }

  private static @Nullable Acceptance acceptance(ResultSet row) throws SQLException {
    String reason = row.getString("accept_reason");
    return reason == null
        ? null
        : new Acceptance(reason, Microseconds.toInstant(row.getLong("accept_time")));
  }
}

package io.matinee.trainer.dataset.split;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.name.DatasetName;
import io.matinee.trainer.name.SplitName;
import io.matinee.trainer.operation.ActiveOperations;
import io.matinee.trainer.store.Database;
import io.matinee.trainer.store.Json;
import io.matinee.trainer.store.Microseconds;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The splits of data sets, in the database. Thread-safe. */
public final class Splits {
  private static final String SELECT =
      "SELECT dataset_id, split_id, manifest, create_time FROM dataset_split"
          + " WHERE dataset_id = :dataset";

  private final Database database;
  private final Clock clock;

  /** The splits of a database. */
  public Splits(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Returns a split.
   *
   * @throws MatineeException SPLIT_NOT_FOUND
   */
  public DatasetSplit get(SplitName name) {
    return database.read(handle -> find(handle, name)).orElseThrow(name::missing);
  }

  /** Returns a data set's splits by id: those behind {@code after}, at most {@code limit}. */
  public List<DatasetSplit> list(DatasetName dataset, String after, int limit) {
    return database.read(
        handle ->
            handle
                .createQuery(SELECT + " AND split_id > :after ORDER BY split_id LIMIT :limit")
                .bind("dataset", dataset.dataset())
                .bind("after", after)
                .bind("limit", limit)
                .map(Splits::read)
                .list());
  }

  /**
   * Makes sure that a name is free.
   *
   * @throws MatineeException SPLIT_EXISTS
   */
  void requireFree(SplitName name) {
    database.read(
        handle -> {
          requireFree(handle, name);
          return handle;
        });
  }

  /**
   * Adds a split within a transaction, and returns it.
   *
   * @throws MatineeException SPLIT_EXISTS
   */
  DatasetSplit add(Handle handle, SplitName name, SplitManifest manifest) {
    requireFree(handle, name);
    Instant now = Microseconds.now(clock);
    handle
        .createUpdate(
            "INSERT INTO dataset_split"
                + " (dataset_id, split_id, dataset_version, ratings_of, manifest, sha256,"
                + " create_time) VALUES (:dataset, :split, :version, :ratingsOf, :manifest,"
                + " :sha256, :time)")
        .bind("dataset", name.dataset())
        .bind("split", name.split())
        .bind("version", manifest.datasetVersion())
        .bind("ratingsOf", manifest.ratingsOf())
        .bind("manifest", Json.write(manifest))
        .bind("sha256", manifest.ratings().sha256())
        .bind("time", Microseconds.of(now))
        .execute();
    return new DatasetSplit(name, manifest, now);
  }

  /**
   * Deletes a split; versions that were trained with it keep what they hold out.
   *
   * @throws MatineeException SPLIT_NOT_FOUND, or RESOURCE_IN_USE while a run needs it
   */
  public void delete(SplitName name) {
    database.write(
        handle -> {
          ActiveOperations.requireNone(handle, name.toString());
          int deleted =
              handle.execute(
                  "DELETE FROM dataset_split WHERE dataset_id = ? AND split_id = ?",
                  name.dataset(),
                  name.split());
          if (deleted == 0) {
            throw name.missing();
          }
          return deleted;
        });
  }

  private static void requireFree(Handle handle, SplitName name) {
    if (find(handle, name).isPresent()) {
      throw MatineeException.of(
              Reason.SPLIT_EXISTS, name + " exists already, and a split never changes.")
          .with("split", name.toString());
    }
  }

  private static Optional<DatasetSplit> find(Handle handle, SplitName name) {
    return handle
        .createQuery(SELECT + " AND split_id = :split")
        .bind("dataset", name.dataset())
        .bind("split", name.split())
        .map(Splits::read)
        .findOne();
  }

  private static DatasetSplit read(ResultSet row, StatementContext context) throws SQLException {
    return new DatasetSplit(
        new SplitName(row.getString("dataset_id"), row.getString("split_id")),
        Json.read(row.getString("manifest"), SplitManifest.class),
        Microseconds.toInstant(row.getLong("create_time")));
  }
}

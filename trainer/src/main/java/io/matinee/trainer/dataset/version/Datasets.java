package io.matinee.trainer.dataset.version;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.name.DatasetName;
import io.matinee.trainer.name.DatasetVersionName;
import io.matinee.trainer.store.Database;
import io.matinee.trainer.store.Microseconds;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The data sets and their versions, in the database. Thread-safe. */
public final class Datasets {
  private static final String DATASET =
      "SELECT d.dataset_id, d.display_name, d.create_time, (SELECT max(v.version_number)"
          + " FROM dataset_version v WHERE v.dataset_id = d.dataset_id) AS latest FROM dataset d";

  private final Database database;
  private final Clock clock;

  /** The data sets of a database. */
  public Datasets(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Creates an empty data set. Its versions go on with the numbers of a deleted one of its name.
   *
   * @throws MatineeException DATASET_EXISTS
   */
  public Dataset create(DatasetName name, String displayName) {
    database.write(
        handle -> {
          if (!select(handle, name).isEmpty()) {
            throw MatineeException.of(Reason.DATASET_EXISTS, name + " exists already.")
                .with("dataset", name.toString());
          }
          return handle
              .createUpdate(
                  "INSERT INTO dataset (dataset_id, display_name, create_time, last_version_number)"
                      + " VALUES (:dataset, :display, :time, coalesce((SELECT last_version_number"
                      + " FROM deleted_dataset WHERE dataset_id = :dataset), 0))")
              .bind("dataset", name.dataset())
              .bind("display", displayName)
              .bind("time", Microseconds.of(clock.instant()))
              .execute();
        });
    return get(name);
  }

  /**
   * Returns a data set.
   *
   * @throws MatineeException DATASET_NOT_FOUND
   */
  public Dataset get(DatasetName name) {
    return database.read(handle -> select(handle, name)).stream()
        .findFirst()
        .orElseThrow(name::missing);
  }

  /** Data sets by id: those behind {@code after}, at most {@code limit}. */
  public List<Dataset> list(String after, int limit) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    DATASET + " WHERE dataset_id > :after ORDER BY dataset_id LIMIT :limit")
                .bind("after", after)
                .bind("limit", limit)
                .map(Datasets::readDataset)
                .list());
  }

  /**
   * Returns a version.
   *
   * @throws MatineeException DATASET_VERSION_NOT_FOUND
   */
  public DatasetVersion version(DatasetVersionName name) {
    return database.read(handle -> existing(handle, name));
  }

  /**
   * Returns the newest version of a data set.
   *
   * @throws MatineeException DATASET_NOT_FOUND, or DATASET_EMPTY before the first import
   */
  public DatasetVersion latest(DatasetName name) {
    Dataset dataset = get(name);
    if (dataset.latestVersion().isEmpty()) {
      throw MatineeException.of(
              Reason.DATASET_EMPTY, "%s has no version yet; import ratings.".formatted(name))
          .with("dataset", name.toString());
    }
    return version(new DatasetVersionName(name.dataset(), dataset.latestVersion().getAsLong()));
  }

  /**
   * Returns the version of a name, or the newest one of the data set of a name.
   *
   * @param name {@code datasets/{dataset}/versions/{number}} or {@code datasets/{dataset}}
   * @throws MatineeException what {@link #version} and {@link #latest} throw
   */
  public DatasetVersion versionOf(String name) {
    return name.contains("/versions/")
        ? version(DatasetVersionName.parse(name))
        : latest(DatasetName.parse(name));
  }

  /** Returns a data set's versions below a number, newest first, at most {@code limit}. */
  public List<DatasetVersion> versions(DatasetName name, long below, int limit) {
    get(name);
    return database.read(handle -> VersionTable.list(handle, name, below, limit));
  }

  /**
   * Accepts what the check of a version found: it is no longer suspicious.
   *
   * @param reason why its change is meant
   * @throws MatineeException DATASET_VERSION_NOT_FOUND; INVALID_REQUEST when nothing was found
   */
  public DatasetVersion accept(DatasetVersionName name, String reason) {
    return database.write(
        handle -> {
          if (existing(handle, name).manifest().check().findings().isEmpty()) {
            String problem = "is not suspicious: there is nothing to accept";
            throw MatineeException.of(Reason.INVALID_REQUEST, name + " " + problem + ".")
                .onField("name", problem);
          }
          VersionTable.accept(handle, name, new Acceptance(reason, Microseconds.now(clock)));
          return existing(handle, name);
        });
  }

  /** Adds a version within a transaction, and returns it. */
  public DatasetVersion addVersion(
      Handle handle, DatasetName dataset, String manifestSha256, DatasetManifest manifest) {
    return VersionTable.add(handle, dataset, manifestSha256, manifest, Microseconds.now(clock));
  }

  private static DatasetVersion existing(Handle handle, DatasetVersionName name) {
    return VersionTable.find(handle, name).orElseThrow(name::missing);
  }

  private static List<Dataset> select(Handle handle, DatasetName name) {
    return handle
        .createQuery(DATASET + " WHERE dataset_id = :dataset")
        .bind("dataset", name.dataset())
        .map(Datasets::readDataset)
        .list();
  }

  private static Dataset readDataset(ResultSet row, StatementContext context) throws SQLException {
    long latest = row.getLong("latest");
    return new Dataset(
        new DatasetName(row.getString("dataset_id")),
        row.getString("display_name"),
        latest == 0 ? OptionalLong.empty() : OptionalLong.of(latest),
        Microseconds.toInstant(row.getLong("create_time")));
  }
}

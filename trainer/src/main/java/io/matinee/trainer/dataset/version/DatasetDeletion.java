package io.matinee.trainer.dataset.version;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.operation.Operations;
import io.matinee.trainer.name.DatasetName;
import io.matinee.trainer.name.DatasetVersionName;
import io.matinee.trainer.operation.ActiveOperations;
import io.matinee.trainer.operation.InUse;
import io.matinee.trainer.store.Database;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Deletes data sets and their versions, unless something needs them. Their blobs go once they are
 * old and nothing refers to them. Thread-safe.
 *
 * @param database the database
 * @param datasets the data sets in it
 * @param operations the operations, of which those of a data set go with it
 */
public record DatasetDeletion(Database database, Datasets datasets, Operations operations) {
  private static final String MODEL_VERSIONS =
      "SELECT 'models/' || model_id || '/versions/' || version_number FROM model_version"
          + " WHERE dataset_version LIKE :needed ORDER BY model_id, version_number";
  private static final String SPLITS =
      "SELECT 'datasets/' || dataset_id || '/splits/' || split_id FROM dataset_split"
          + " WHERE (dataset_version LIKE :needed OR ratings_of LIKE :needed)"
          + " AND dataset_id <> :ignored ORDER BY dataset_id, split_id";
  private static final String OWN_SPLITS =
      "SELECT 'datasets/' || dataset_id || '/splits/' || split_id FROM dataset_split"
          + " WHERE dataset_id = :dataset ORDER BY split_id";
  private static final String KEEP_NUMBER =
      "INSERT INTO deleted_dataset (dataset_id, last_version_number)"
          + " SELECT dataset_id, last_version_number FROM dataset WHERE dataset_id = ?"
          + " ON CONFLICT (dataset_id)"
          + " DO UPDATE SET last_version_number = excluded.last_version_number";

  /**
   * Deletes a version; its number is not given again.
   *
   * @throws MatineeException DATASET_VERSION_NOT_FOUND, or RESOURCE_IN_USE while a model version, a
   *     split or an operation needs it
   */
  public void delete(DatasetVersionName name) {
    datasets.version(name);
    database.write(
        handle -> {
          requireUnused(handle, name.toString(), name.toString(), "");
          return deleteVersions(handle, name.dataset(), name.number(), name.number());
        });
  }

  /**
   * Deletes a data set with all its versions and its imports and splits, as operations: one that is
   * made again under its name has other versions, and request ids of its own.
   *
   * @param force whether its splits and live ratings, which are nowhere else, go as well
   * @throws MatineeException DATASET_NOT_FOUND, or RESOURCE_IN_USE while a model version, a split
   *     of another data set or an operation needs it, without force also while it has splits or
   *     live ratings
   */
  public void delete(DatasetName name, boolean force) {
    datasets.get(name);
    database.write(
        handle -> {
          requireUnused(handle, name.toString(), name + "/versions/%", name.dataset());
          if (!force) {
            requireNothingOfItsOwn(handle, name);
          }
          for (String table : List.of("live_rating", "rating_request", "dataset_split")) {
            handle.execute("DELETE FROM " + table + " WHERE dataset_id = ?", name.dataset());
          }
          deleteVersions(handle, name.dataset(), 1, Long.MAX_VALUE);
          handle.execute("DELETE FROM operation WHERE parent = ?", name.toString());
          handle.execute(KEEP_NUMBER, name.dataset());
          return handle.execute("DELETE FROM dataset WHERE dataset_id = ?", name.dataset());
        });
    operations.deleteEnded(operation -> operation.parent().equals(name.toString()));
  }

  /**
   * Makes sure that nothing needs something.
   *
   * @param name its name
   * @param needed its name, or the pattern of the names of its versions
   * @param ignored the id of a data set whose splits do not count
   */
  private static void requireUnused(Handle handle, String name, String needed, String ignored) {
    List<String> needing =
        new ArrayList<>(
            handle.createQuery(MODEL_VERSIONS).bind("needed", needed).mapTo(String.class).list());
    needing.addAll(
        handle
            .createQuery(SPLITS)
            .bind("needed", needed)
            .bind("ignored", ignored)
            .mapTo(String.class)
            .list());
    needing.addAll(ActiveOperations.needing(handle, name));
    if (!needing.isEmpty()) {
      throw InUse.of(name, needing);
    }
  }

  private static void requireNothingOfItsOwn(Handle handle, DatasetName name) {
    List<String> own =
        new ArrayList<>(
            handle
                .createQuery(OWN_SPLITS)
                .bind("dataset", name.dataset())
                .mapTo(String.class)
                .list());
    long live =
        handle
            .createQuery("SELECT count(*) FROM live_rating WHERE dataset_id = :dataset")
            .bind("dataset", name.dataset())
            .mapTo(Long.class)
            .one();
    if (live > 0) {
      own.add("%,d live ratings".formatted(live));
    }
    if (!own.isEmpty()) {
      throw InUse.ofItsOwn(name.toString(), own);
    }
  }

  private static int deleteVersions(Handle handle, String dataset, long first, long last) {
    int deleted = 0;
    for (String table : List.of("dataset_version_blob", "dataset_version")) {
      deleted =
          handle.execute(
              "DELETE FROM " + table + " WHERE dataset_id = ? AND version_number BETWEEN ? AND ?",
              dataset,
              first,
              last);
    }
    return deleted;
  }
}

package io.matinee.trainer.registry;

import io.matinee.runtime.error.MatineeException;
import io.matinee.trainer.name.ModelVersionName;
import io.matinee.trainer.operation.ActiveOperations;
import io.matinee.trainer.operation.InUse;
import io.matinee.trainer.store.Database;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Deletes versions of models, unless something needs them. Readers that have one loaded go on with
 * it; its blobs go once they are old and nothing else refers to them. Thread-safe.
 *
 * @param database the database
 * @param leases what readers need
 */
public record ModelVersionDeletion(Database database, ReaderLeases leases) {
  private static final String ALIASES =
      "SELECT 'models/' || model_id || '/aliases/' || alias_id FROM alias"
          + " WHERE model_id = :model AND version_number = :number ORDER BY alias_id";

  /**
   * Deletes a version with its evaluations; its number is not given again.
   *
   * @throws MatineeException MODEL_VERSION_NOT_FOUND, or RESOURCE_IN_USE while an alias points at
   *     it, or an operation or a reader's work needs it
   */
  public void delete(ModelVersionName name) {
    database.write(
        handle -> {
          ModelVersions.require(handle, name);
          requireUnused(handle, name);
          return deleteRows(handle, name);
        });
  }

  private void requireUnused(Handle handle, ModelVersionName name) {
    List<String> needing =
        new ArrayList<>(
            handle
                .createQuery(ALIASES)
                .bind("model", name.model())
                .bind("number", name.number())
                .mapTo(String.class)
                .list());
    needing.addAll(ActiveOperations.needing(handle, name.toString()));
    needing.addAll(leases.needing(name));
    if (!needing.isEmpty()) {
      throw InUse.of(name.toString(), needing);
    }
  }

  private static int deleteRows(Handle handle, ModelVersionName name) {
    int deleted = 0;
    for (String table : List.of("evaluation", "model_version_blob", "model_version")) {
      deleted =
          handle.execute(
              "DELETE FROM " + table + " WHERE model_id = ? AND version_number = ?",
              name.model(),
              name.number());
    }
    return deleted;
  }
}

package io.matinee.trainer.operation;

import io.matinee.runtime.error.MatineeException;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The operations that wait or work, by what they need. */
public final class ActiveOperations {

  private ActiveOperations() {}

  /**
   * Makes sure within a transaction that none needs a split.
   *
   * @param name its name
   * @throws MatineeException RESOURCE_IN_USE, naming those that do
   */
  public static void requireNone(Handle handle, String name) {
    List<String> needing = needing(handle, name);
    if (!needing.isEmpty()) {
      throw InUse.of(name, needing);
    }
  }

  /**
   * Returns the names of the operations that need something: it is their parent, or among their
   * needs.
   */
  public static List<String> needing(Handle handle, String name) {
    return handle
        .createQuery("SELECT operation_id, parent, progress FROM operation WHERE state = 'ACTIVE'")
        .map(
            (row, context) ->
                row.getString("parent").equals(name)
                        || OperationNeeds.of(row.getString("progress")).include(name)
                    ? "trainer/operations/" + row.getString("operation_id")
                    : "")
        .list()
        .stream()
        .filter(operation -> !operation.isEmpty())
        .toList();
  }
}

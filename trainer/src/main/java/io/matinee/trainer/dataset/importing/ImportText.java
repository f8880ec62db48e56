package io.matinee.trainer.dataset.importing;

import io.matinee.trainer.dataset.rejection.RejectedRow;
import io.matinee.trainer.dataset.version.DatasetVersion;
import java.util.List;

/** How operations keep what imports made: in the form of the contract, unknown to this room. */
@FunctionalInterface
public interface ImportText {
  /**
   * Returns a version, and the first rows that its import rejected, as the result of its import.
   */
  String of(DatasetVersion version, List<RejectedRow> rejected);
}

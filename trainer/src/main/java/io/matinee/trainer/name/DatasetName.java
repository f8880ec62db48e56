package io.matinee.trainer.name;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;

/**
 * The name {@code datasets/{dataset}}.
 *
 * @param dataset the data set's id
 */
public record DatasetName(String dataset) {

  /**
   * Takes a name apart.
   *
   * @throws IllegalArgumentException when the text is not such a name
   */
  public static DatasetName parse(String name) {
    return new DatasetName(ResourceName.ids(name, "datasets").getFirst());
  }

  /** Returns the failure of what needs it where it is not there: DATASET_NOT_FOUND. */
  public MatineeException missing() {
    return MatineeException.of(
            Reason.DATASET_NOT_FOUND,
            "There is no " + this + "; create it (./matinee import does).")
        .with("dataset", toString());
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return "datasets/" + dataset;
  }
}

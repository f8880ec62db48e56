package io.matinee.trainer.name;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.util.List;

/**
 * The name {@code datasets/{dataset}/versions/{number}}.
 *
 * @param dataset the dataset's id
 * @param number the version's number, from 1
 */
public record DatasetVersionName(String dataset, long number) {

  /**
   * Takes a name apart.
   *
   * @throws IllegalArgumentException when the text is not such a name
   */
  public static DatasetVersionName parse(String name) {
    List<String> ids = ResourceName.ids(name, "datasets", "versions");
    return new DatasetVersionName(ids.get(0), ResourceName.number(ids.get(1)));
  }

  /** Returns the failure of what needs it where it is not there: DATASET_VERSION_NOT_FOUND. */
  public MatineeException missing() {
    return MatineeException.of(Reason.DATASET_VERSION_NOT_FOUND, "There is no " + this + ".")
        .with("dataset_version", toString());
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return "datasets/" + dataset + "/versions/" + number;
  }
}

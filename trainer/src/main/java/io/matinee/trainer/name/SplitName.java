package io.matinee.trainer.name;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.util.List;

/**
 * The name {@code datasets/{dataset}/splits/{split}}.
 *
 * @param dataset the data set's id
 * @param split the split's id
 */
public record SplitName(String dataset, String split) {

  /**
   * Takes a name apart.
   *
   * @throws IllegalArgumentException when the text is not such a name
   */
  public static SplitName parse(String name) {
    List<String> ids = ResourceName.ids(name, "datasets", "splits");
    return new SplitName(ids.get(0), ids.get(1));
  }

  /** Returns the error that there is none of this name. */
  public MatineeException missing() {
    return MatineeException.of(Reason.SPLIT_NOT_FOUND, "There is no " + this + ".")
        .with("split", toString());
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return "datasets/" + dataset + "/splits/" + split;
  }
}

package io.matinee.trainer.name;

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

  /** The name. */
  @Override
  public String toString() {
    return "datasets/" + dataset + "/versions/" + number;
  }
}

package io.matinee.trainer.name;

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

  /** The name. */
  @Override
  public String toString() {
    return "datasets/" + dataset;
  }
}

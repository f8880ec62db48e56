package io.matinee.trainer.name;

/**
 * The name {@code models/{model}}.
 *
 * @param model the model's id
 */
public record ModelName(String model) {

  /**
   * Takes a name apart.
   *
   * @throws IllegalArgumentException when the text is not such a name
   */
  public static ModelName parse(String name) {
    return new ModelName(ResourceName.ids(name, "models").getFirst());
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return "models/" + model;
  }
}

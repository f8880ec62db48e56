package io.matinee.trainer.name;

import java.util.List;

/**
 * The name {@code models/{model}/aliases/{alias}}.
 *
 * @param model the model's id
 * @param alias the alias's id
 */
public record AliasName(String model, String alias) {

  /**
   * Takes a name apart.
   *
   * @throws IllegalArgumentException when the text is not such a name
   */
  public static AliasName parse(String name) {
    List<String> ids = ResourceName.ids(name, "models", "aliases");
    return new AliasName(ids.get(0), ids.get(1));
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return "models/" + model + "/aliases/" + alias;
  }
}

package io.matinee.trainer.name;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.util.List;
import java.util.Optional;

/**
 * The name {@code models/{model}/versions/{number}}.
 *
 * @param model the model's id
 * @param number the version's number, from 1
 */
public record ModelVersionName(String model, long number) {

  /**
   * Takes a name apart.
   *
   * @throws IllegalArgumentException when the text is not such a name
   */
  public static ModelVersionName parse(String name) {
    List<String> ids = ResourceName.ids(name, "models", "versions");
    return of(ids.get(0), ids.get(1));
  }

  /**
   * Takes a name apart, if there is one.
   *
   * @param name the name; empty for none
   * @throws IllegalArgumentException when the text is neither empty nor such a name
   */
  public static Optional<ModelVersionName> parseOptional(String name) {
    return name.isEmpty() ? Optional.empty() : Optional.of(parse(name));
  }

  /**
   * Returns the version of a model whose number is written so.
   *
   * @throws IllegalArgumentException when the text is not a number
   */
  public static ModelVersionName of(String model, String number) {
    return new ModelVersionName(model, ResourceName.number(number));
  }

  /** Returns the error that there is none of this name. */
  public MatineeException missing() {
    return MatineeException.of(Reason.MODEL_VERSION_NOT_FOUND, "There is no " + this + ".")
        .with("model_version", toString());
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return "models/" + model + "/versions/" + number;
  }
}

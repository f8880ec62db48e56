package io.matinee.trainer.algorithm.setting;

import java.util.Optional;

/**
 * A hyper-parameter that is true or false.
 *
 * @param key its name
 * @param description what it does when true
 * @param defaultValue its value unless set
 */
public record Flag(String key, String description, Boolean defaultValue)
    implements HyperParameter<Boolean> {

  /** Returns a flag. */
  public static Flag of(String key, String description, boolean defaultValue) {
    return new Flag(key, description, defaultValue);
  }

  @Override
  public String allowed() {
    return "true or false";
  }

  @Override
  public Optional<Boolean> read(GivenValue given) {
    return given.flag();
  }

  @Override
  public String text(Boolean value) {
    return value.toString();
  }
}

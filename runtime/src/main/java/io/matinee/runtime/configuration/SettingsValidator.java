package io.matinee.runtime.configuration;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.ConfigValidationException.Problem;
import io.smallrye.config.ConfigValidator;

/** Refuses the settings of Matinee that make no sense, before anything starts with them. */
public final class SettingsValidator implements ConfigValidator {
  private static final String OURS = "io.matinee.";

  /**
   * Checks the mappings of Matinee; those of libraries check themselves.
   *
   * @throws ConfigValidationException naming each property that is not what it may be, and the fix
   */
  @Override
  public void validateMapping(Class<?> mapping, String prefix, Object filled) {
    if (!mapping.getName().startsWith(OURS)) {
      return;
    }
    Problem[] problems =
        Setting.of(mapping, prefix).stream()
            .flatMap(setting -> setting.problems(filled))
            .map(Problem::new)
            .toArray(Problem[]::new);
    if (problems.length > 0) {
      throw new ConfigValidationException(problems);
    }
  }
}

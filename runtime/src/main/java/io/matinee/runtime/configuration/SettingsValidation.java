package io.matinee.runtime.configuration;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;

/** Has every configuration that is made validated; found by the service loader. */
public final class SettingsValidation implements SmallRyeConfigBuilderCustomizer {
  /** Makes it, for the service loader. */
  public SettingsValidation() {}

  @Override
  public void configBuilder(SmallRyeConfigBuilder builder) {
    builder.withValidator(new SettingsValidator());
  }
}

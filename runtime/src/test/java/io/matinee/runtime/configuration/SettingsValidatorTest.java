package io.matinee.runtime.configuration;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matinee.runtime.following.FollowConfiguration;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

class SettingsValidatorTest {
  @Test
  void namesEverySettingThatMakesNoSenseWithTheFix() {
    assertThatThrownBy(
            () ->
                new SmallRyeConfigBuilder()
                    .addDiscoveredConverters()
                    .addDiscoveredCustomizers()
                    .withMapping(FollowConfiguration.class)
                    .withDefaultValue("matinee.follow.stale-after", "0s")
                    .withDefaultValue("matinee.follow.shortest-retry", "31s")
                    .build())
        .isInstanceOf(ConfigValidationException.class)
        .hasMessageContaining(
            "matinee.follow.stale-after is 0ms, and must be at least 1ms and at most 36500d; set MATINEE_FOLLOW_STALE_AFTER to that, or leave it out for the default")
        .hasMessageContaining(
            "matinee.follow.shortest-retry is 31000ms, and must be at most 30000ms, which matinee.follow.longest-retry is; set MATINEE_FOLLOW_SHORTEST_RETRY to that");
  }
}

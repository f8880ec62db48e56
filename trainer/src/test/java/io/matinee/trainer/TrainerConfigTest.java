package io.matinee.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What holds when nothing but the home is set, and how lists are written. */
class TrainerConfigTest {
  private static final int CONVERTER_PRIORITY = 200;

  @Test
  void readsFoldersWithCommasBetweenThem() {
    assertThat(config(Map.of("matinee.trainer.import-roots", "/data,/with\\, comma")).importRoots())
        .hasValueSatisfying(
            roots -> assertThat(roots).containsExactly(Path.of("/data"), Path.of("/with, comma")));
  }

  private static TrainerConfig config(Map<String, String> set) {
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(TrainerConfig.class)
            .withConverter(Duration.class, CONVERTER_PRIORITY, new DurationConverter())
            .withDefaultValue(TrainerConfig.HOME, "/home")
            .withDefaultValues(set)
            .build();
    return config.getConfigMapping(TrainerConfig.class);
  }
}

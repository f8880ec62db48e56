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
  void fitsALaptopByDefault() {
    TrainerConfig config = config(Map.of());
    assertThat(config.maximumImportBytes()).isEqualTo(10L << 30);
    assertThat(config.maximumUnpackedRatio()).isEqualTo(200);
    assertThat(config.importRoots()).isEmpty();
    assertThat(config.importMemoryMegabytes()).isEqualTo(1200);
    assertThat(config.workerMemory()).isEqualTo("2g");
    assertThat(config.workerCommand()).isEmpty();
    assertThat(config.queueLimit()).isEqualTo(16);
    assertThat(config.heartbeat()).isEqualTo(Duration.ofSeconds(10));
    assertThat(config.readerLease()).isEqualTo(Duration.ofMinutes(2));
  }

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

package io.matinee.metrics.api;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A home of the service that is empty at first and gone afterwards. */
public final class TemporaryHome implements QuarkusTestResourceLifecycleManager {
  private @Nullable Path home;

  @Override
  public Map<String, String> start() {
    try {
      home = Files.createTempDirectory("matinee-metrics");
      return Map.of("matinee.metrics.home", home.toString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void stop() {
    if (home == null) {
      return;
    }
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}

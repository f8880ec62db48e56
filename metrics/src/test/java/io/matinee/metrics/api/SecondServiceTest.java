package io.matinee.metrics.api;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.matinee.model.durable.FolderInUseException;
import io.matinee.model.durable.FolderLock;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What keeps a second service out of the folders of the running one. */
@QuarkusTest
@Tag("process")
class SecondServiceTest extends RunningService {
  @ConfigProperty(name = "matinee.metrics.home")
  @SuppressWarnings("NullAway.Init") // Injected.
  Path home;

  @ConfigProperty(name = "matinee.cache.directory")
  @SuppressWarnings("NullAway.Init") // Injected.
  Path cache;

  @Test
  void cannotHaveTheHomeNorTheCache() {
    assertTaken(home.resolve("metrics.lock"));
    assertTaken(cache.resolve("cache.lock"));
  }

  private static void assertTaken(Path lock) {
    assertThatExceptionOfType(FolderInUseException.class)
        .isThrownBy(() -> FolderLock.acquire(lock));
  }
}

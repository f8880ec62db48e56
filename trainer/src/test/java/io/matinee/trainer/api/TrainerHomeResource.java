package io.matinee.trainer.api;

import io.matinee.model.durable.Folders;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives the trainer under test a home of its own, and quick heartbeats. */
public final class TrainerHomeResource implements QuarkusTestResourceLifecycleManager {
  private @Nullable Path home;

  @Override
  public Map<String, String> start() {
    try {
      home = Files.createTempDirectory("trainer-home");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return Map.of(
        "matinee.trainer.home", home.toString(),
        "matinee.trainer.heartbeat", "200ms",
        "matinee.trainer.worker-memory", "256m",
        "matinee.trainer.maximum-import-bytes", "50000000",
        "matinee.trainer.import-roots", System.getProperty("java.io.tmpdir"),
        "matinee.operation.queue-limit", "2");
  }

  @Override
  public void stop() {
    try {
      if (home != null) {
        Folders.delete(home);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}

package io.matinee.metrics.api;

import io.matinee.metrics.evaluation.Progress;
import io.matinee.metrics.evaluation.Requests;
import io.matinee.metrics.store.OperationFiles;
import io.matinee.runtime.operation.Operation;
import io.matinee.runtime.operation.OperationState;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A home of the service, gone afterwards: at first there is only an evaluation in it that an
 * earlier process began and was killed at. What is looked up for callers has a deadline of its own.
 */
public final class TemporaryHome implements QuarkusTestResourceLifecycleManager {
  /** The operation of that evaluation. */
  static final String CUT_OFF = "metrics/operations/cut-off";

  /** Shorter than the default. */
  static final Duration LOOKUP_DEADLINE = Duration.ofSeconds(4);

  private @Nullable Path home;

  @Override
  public Map<String, String> start() {
    try {
      home = Files.createTempDirectory("matinee-metrics");
      OperationFiles.open(home.resolve("operations")).save(cutOff());
      return Map.of(
          "matinee.metrics.home",
          home.toString(),
          "matinee.registry.lookup-deadline",
          LOOKUP_DEADLINE.toString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Operation cutOff() {
    return new Operation(
        "cut-off",
        "evaluate",
        Requests.VERSION,
        Optional.empty(),
        OperationState.ACTIVE,
        Progress.QUEUED.text(),
        "",
        Optional.empty(),
        Instant.EPOCH,
        Instant.EPOCH);
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

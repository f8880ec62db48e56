package io.matinee.trainer.operation;

import io.matinee.runtime.operation.FailureReading;
import io.matinee.runtime.operation.Operation;
import io.matinee.runtime.operation.OperationConfiguration;
import io.matinee.runtime.operation.OperationNames;
import io.matinee.runtime.operation.OperationState;
import io.matinee.runtime.operation.Operations;
import io.matinee.runtime.operation.RequestKey;
import io.matinee.trainer.store.Database;
import io.matinee.trainer.store.StorageFault;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Operations of tests, by their default settings. */
public final class TestOperations {
  private static final int CONVERTER_PRIORITY = 200;

  private TestOperations() {}

  /** Opens the operations of a database. */
  public static Operations open(Database database) {
    return new Operations(
        OperationNames.ofService("trainer"),
        new OperationTable(database),
        new FailureReading(StorageFault::explain, () -> {}),
        new SmallRyeConfigBuilder()
            .withConverter(Duration.class, CONVERTER_PRIORITY, new DurationConverter())
            .withConverter(MemorySize.class, CONVERTER_PRIORITY, new MemorySizeConverter())
            .withMapping(OperationConfiguration.class)
            .build()
            .getConfigMapping(OperationConfiguration.class),
        Clock.systemUTC());
  }

  /** Waits for the end of an operation. */
  public static Operation ended(Operations operations, String id) throws InterruptedException {
    return operations.await(id, Duration.ofMinutes(1), new CompletableFuture<>());
  }

  /** Returns a training run that is at work. */
  public static Operation active(String id) {
    return active(id, "{}");
  }

  /** Returns a training run that is at work, with the news of it. */
  public static Operation active(String id, String progress) {
    Instant time = Instant.ofEpochSecond(7);
    return new Operation(
        id,
        "train",
        "models/movies",
        RequestKey.of("once", "digest"),
        OperationState.ACTIVE,
        progress,
        "",
        Optional.empty(),
        time,
        time);
  }
}

package io.matinee.trainer.registry;

import io.matinee.trainer.name.ModelName;
import io.matinee.trainer.operation.OperationTable;
import io.matinee.trainer.operation.TestOperations;
import io.matinee.trainer.store.Database;
import io.matinee.trainer.store.FolderBlobStore;
import io.matinee.trainer.store.TestDatabase;
import io.matinee.trainer.store.TrainerHome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.jdbi.v3.core.Handle;

/** A process that publishes a run's snapshot and drops dead at a step, as by kill -9. */
final class DyingPublisher {
  static final int DEATH = 9;

  private DyingPublisher() {}

  static Process start(Path home, String run, PublishingStep fatal) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "--add-modules=jdk.incubator.vector",
            "-cp",
            System.getProperty("java.class.path"),
            DyingPublisher.class.getName(),
            home.toString(),
            run,
            fatal.name())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Publishes; the arguments are the home, the run and the step to die at. */
  public static void main(String[] arguments) throws IOException {
    TrainerHome home = TrainerHome.prepare(Path.of(arguments[0]));
    String run = arguments[1];
    PublishingStep fatal = PublishingStep.valueOf(arguments[2]);
    Database database = TestDatabase.openExisting(home.root(), () -> {});
    ModelVersions versions = new ModelVersions(database, Clock.systemUTC());
    new Publisher(
            database,
            new FolderBlobStore(home.blobs(), Clock.systemUTC()),
            versions,
            step -> dieAt(fatal, step))
        .publish(
            new ModelName("movies"),
            home.staging().resolve(run).resolve("snapshot"),
            (handle, version) -> succeed(handle, run, version));
  }

  /** Ends a run well, in the transaction that publishes its version. */
  static void succeed(Handle handle, String run, ModelVersion version) {
    OperationTable.save(
        handle,
        TestOperations.active(run)
            .succeeded(version.name().toString(), Clock.systemUTC().instant()));
  }

  private static void dieAt(PublishingStep fatal, PublishingStep step) {
    if (step == fatal) {
      Runtime.getRuntime().halt(DEATH);
    }
  }
}

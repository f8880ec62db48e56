package io.matinee.trainer;

import io.matinee.model.durable.FolderInUseException;
import io.matinee.model.durable.FolderLock;
import io.matinee.trainer.store.TrainerHome;
import io.matinee.trainer.worker.Worker;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Starts the trainer service or, with {@code --run SPEC}, one worker without any service. */
@QuarkusMain
public final class TrainerMain {

  private static final String RUN = "--run";

  private TrainerMain() {}

  /**
   * Runs until the service is stopped or the worker has ended; its exit status is the process's.
   */
  public static void main(String... arguments) {
    if (arguments.length == 2 && arguments[0].equals(RUN)) {
      System.exit(Worker.run(Path.of(arguments[1])));
    }
    refuseHomeInUse();
    Quarkus.run(arguments);
  }

  /** Says in one line, before anything starts, that another trainer uses the home. */
  private static void refuseHomeInUse() {
    Path home = home();
    try {
      FolderLock.acquire(TrainerHome.prepare(home).lock()).close();
    } catch (FolderInUseException inUse) {
      refuse(inUse.advice("trainer", home, "MATINEE_TRAINER_HOME"));
    } catch (IOException failure) {
      refuse("The trainer cannot use " + home + ": " + failure + "; set MATINEE_TRAINER_HOME.");
    }
  }

  private static Path home() {
    try {
      return ConfigProvider.getConfig().getValue(TrainerConfig.HOME, Path.class);
    } catch (IllegalArgumentException unusable) {
      refuse(
          "The trainer's home cannot be a folder's name: %s; set MATINEE_TRAINER_HOME, or for other letters than ASCII LC_ALL=C.UTF-8."
              .formatted(unusable.getMessage()));
      throw unusable;
    }
  }

  private static void refuse(@Nullable String message) {
    System.err.println(message);
    System.exit(1);
  }
}

package io.matinee.trainer;

import io.matinee.trainer.worker.Worker;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;

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
    Quarkus.run(arguments);
  }
}

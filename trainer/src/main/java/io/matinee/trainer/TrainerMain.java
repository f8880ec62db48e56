package io.matinee.trainer;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the service. */
@QuarkusMain
public final class TrainerMain {

  private TrainerMain() {}

  /** Starts. */
  public static void main(String[] arguments) {
    Quarkus.run(arguments);
  }
}

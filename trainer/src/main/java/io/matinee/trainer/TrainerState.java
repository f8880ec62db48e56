package io.matinee.trainer;

import io.matinee.trainer.store.Database;
import io.matinee.trainer.store.HomeInUseException;
import io.matinee.trainer.store.HomeLock;
import io.matinee.trainer.store.TrainerHome;
import io.quarkus.runtime.PreventFurtherStepsException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;

/** The home of this process's trainer: taken at the start, given back at the end. */
@Singleton
public class TrainerState {
  private final HomeLock lock;
  private final TrainerHome home;
  private final Database database;

  @Inject
  TrainerState(TrainerConfig config) throws IOException {
    home = TrainerHome.prepare(config.home());
    lock = lock(home);
    database = Database.open(home.database());
  }

  @Produces
  @Singleton
  TrainerHome home() {
    return home;
  }

  @Produces
  @Singleton
  Database database() {
    return database;
  }

  @PreDestroy
  void close() throws IOException {
    database.close();
    lock.close();
  }

  private static HomeLock lock(TrainerHome home) throws IOException {
    try {
      return HomeLock.acquire(home);
    } catch (HomeInUseException inUse) {
      throw new PreventFurtherStepsException(inUse.getMessage(), 1);
    }
  }
}

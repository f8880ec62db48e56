package io.matinee.trainer;

import io.matinee.trainer.operation.Operations;
import io.matinee.trainer.registry.ModelVersions;
import io.matinee.trainer.store.Database;
import io.matinee.trainer.store.HomeLock;
import io.matinee.trainer.store.TrainerHome;
import io.matinee.trainer.training.Recovery;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;

/**
 * The home of this process's trainer: taken and put in order before the first call is let in, given
 * back at the end.
 */
@Singleton
public class TrainerState {
  private final HomeLock lock;
  private final TrainerHome home;
  private final Database database;

  @Inject
  TrainerState(TrainerConfig config, Clock clock) throws IOException {
    home = TrainerHome.prepare(config.home());
    lock = HomeLock.acquire(home);
    database = open();
    new Recovery(home, new Operations(database, clock), new ModelVersions(database, clock)).run();
  }

  /**
   * A home whose database cannot be used is given back, so that it is told why at every attempt.
   */
  private Database open() throws IOException {
    try {
      return Database.open(home.database());
    } catch (RuntimeException broken) {
      lock.close();
      throw broken;
    }
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
}

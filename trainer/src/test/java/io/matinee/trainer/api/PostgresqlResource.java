package io.matinee.trainer.api;

import io.matinee.trainer.store.PostgresqlForTests;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives the trainer under test a PostgreSQL database of its own. */
public final class PostgresqlResource implements QuarkusTestResourceLifecycleManager {
  @Override
  public Map<String, String> start() {
    return Map.of("matinee.trainer.database.url", PostgresqlForTests.newDatabase());
  }

  @Override
  public void stop() {}
}

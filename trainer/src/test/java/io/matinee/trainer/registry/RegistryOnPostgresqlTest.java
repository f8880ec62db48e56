package io.matinee.trainer.registry;

import io.matinee.trainer.store.TestDatabase;
import org.junit.jupiter.api.Tag;

/** What {@link RegistryTest} says, on PostgreSQL. */
@Tag("external")
class RegistryOnPostgresqlTest extends RegistryTest {

  @Override
  TestDatabase database() {
    return TestDatabase.POSTGRESQL;
  }
}

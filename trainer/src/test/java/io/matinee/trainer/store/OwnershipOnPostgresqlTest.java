package io.matinee.trainer.store;

import org.junit.jupiter.api.Tag;

/** What {@link OwnershipTest} says, on PostgreSQL. */
@Tag("external")
class OwnershipOnPostgresqlTest extends OwnershipTest {

  @Override
  TestDatabase database() {
    return TestDatabase.POSTGRESQL;
  }
}

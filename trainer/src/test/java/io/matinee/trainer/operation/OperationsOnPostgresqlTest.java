package io.matinee.trainer.operation;

import io.matinee.trainer.store.TestDatabase;
import org.junit.jupiter.api.Tag;

/** What {@link OperationsTest} says, on PostgreSQL. */
@Tag("external")
class OperationsOnPostgresqlTest extends OperationsTest {

  @Override
  TestDatabase database() {
    return TestDatabase.POSTGRESQL;
  }
}

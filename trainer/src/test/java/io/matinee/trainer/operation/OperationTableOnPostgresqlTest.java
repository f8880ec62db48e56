package io.matinee.trainer.operation;

import io.matinee.trainer.store.TestDatabase;
import org.junit.jupiter.api.Tag;

/** What {@link OperationTableTest} says, on PostgreSQL. */
@Tag("external")
class OperationTableOnPostgresqlTest extends OperationTableTest {

  @Override
  TestDatabase database() {
    return TestDatabase.POSTGRESQL;
  }
}

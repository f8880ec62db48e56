package io.matinee.trainer.dataset.version;

import io.matinee.trainer.store.TestDatabase;
import org.junit.jupiter.api.Tag;

/** What {@link DatasetDeletionTest} says, on PostgreSQL. */
@Tag("external")
class DatasetDeletionOnPostgresqlTest extends DatasetDeletionTest {

  @Override
  TestDatabase database() {
    return TestDatabase.POSTGRESQL;
  }
}

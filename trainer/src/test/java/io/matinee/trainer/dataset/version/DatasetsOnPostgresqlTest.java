package io.matinee.trainer.dataset.version;

import io.matinee.trainer.store.TestDatabase;
import org.junit.jupiter.api.Tag;

/** What {@link DatasetsTest} says, on PostgreSQL. */
@Tag("external")
class DatasetsOnPostgresqlTest extends DatasetsTest {

  @Override
  TestDatabase database() {
    return TestDatabase.POSTGRESQL;
  }
}

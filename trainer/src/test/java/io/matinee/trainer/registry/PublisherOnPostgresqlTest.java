package io.matinee.trainer.registry;

import io.matinee.trainer.store.TestDatabase;
import org.junit.jupiter.api.Tag;

/** What {@link PublisherTest} says, on PostgreSQL. */
@Tag("external")
class PublisherOnPostgresqlTest extends PublisherTest {

  @Override
  TestDatabase database() {
    return TestDatabase.POSTGRESQL;
  }
}

package io.matinee.trainer.ratings;

import io.matinee.trainer.store.TestDatabase;
import org.junit.jupiter.api.Tag;

/** What {@link LiveRatingsTest} says, on PostgreSQL. */
@Tag("external")
class LiveRatingsOnPostgresqlTest extends LiveRatingsTest {

  @Override
  TestDatabase database() {
    return TestDatabase.POSTGRESQL;
  }
}

package io.matinee.trainer.ratings;

import io.matinee.trainer.store.TestDatabase;
import org.junit.jupiter.api.Tag;

/** What {@link LiveRatingsEndsTest} says, on PostgreSQL. */
@Tag("external")
class LiveRatingsEndsOnPostgresqlTest extends LiveRatingsEndsTest {

  @Override
  TestDatabase database() {
    return TestDatabase.POSTGRESQL;
  }
}

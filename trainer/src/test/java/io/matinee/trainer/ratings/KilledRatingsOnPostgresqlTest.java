package io.matinee.trainer.ratings;

import io.matinee.trainer.store.TestDatabase;
import org.junit.jupiter.api.Tag;

/** What {@link KilledRatingsTest} says, on PostgreSQL. */
@Tag("external")
class KilledRatingsOnPostgresqlTest extends KilledRatingsTest {

  @Override
  TestDatabase database() {
    return TestDatabase.POSTGRESQL;
  }
}

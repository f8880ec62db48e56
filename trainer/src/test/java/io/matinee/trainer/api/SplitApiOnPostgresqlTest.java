package io.matinee.trainer.api;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Typed;
import org.junit.jupiter.api.Tag;

/** What {@link SplitApiTest} says, of a trainer whose tables are in PostgreSQL. */
@QuarkusTest
@WithTestResource(PostgresqlResource.class)
@Tag("external")
@Typed(SplitApiOnPostgresqlTest.class)
class SplitApiOnPostgresqlTest extends SplitApiTest {}

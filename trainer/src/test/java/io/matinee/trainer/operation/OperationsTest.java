package io.matinee.trainer.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.store.Database;
import io.matinee.trainer.store.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many operations are kept, and what a repeated request id finds. */
class OperationsTest {
  @TempDir Path folder;
  private Database database;
  private Operations operations;

  TestDatabase database() {
    return TestDatabase.SQLITE;
  }

  @BeforeEach
  void open() {
    database = database().open(folder, () -> {});
    operations = new Operations(database, Clock.systemUTC());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void keepsTheNewestOfThoseThatHaveEndedAndAllAtWork() {
    String working = begin("datasets/d", "").id();
    database.write(
        handle ->
            handle.execute(
                "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)"
                    + " INSERT INTO operation SELECT 'old-' || i, 'IMPORT', 'datasets/d', NULL,"
                    + " 'FAILED', '{}', '', 'INTERNAL', '', '{}', i, i FROM n"));
    String newest = begin("datasets/d", "").id();
    assertThat(operations.list("", 5_000))
        .hasSize(Operations.KEPT + 2)
        .extracting(Operation::id)
        .startsWith(newest, working, "old-2000")
        .endsWith("old-1001");
  }

  @Test
  void findsTheOperationOfARepeatedRequestIdUnlessItsTargetIsAnother() {
    String longest = "r".repeat(256);
    assertThat(begin("datasets/d", longest).id()).isEqualTo(begin("datasets/d", longest).id());
    Operation first = begin("datasets/d", "r");
    assertThat(begin("datasets/d", "r").id()).isEqualTo(first.id());
    assertThat(operations.begunBy(OperationKind.IMPORT, "datasets/d", "r")).isPresent();
    assertThat(operations.begunBy(OperationKind.TRAIN, "datasets/d", "r")).isEmpty();
    assertThatThrownBy(() -> begin("datasets/other", "r"))
        .isInstanceOfSatisfying(
            MatineeException.class,
            other -> assertThat(other.reason()).isEqualTo(Reason.REQUEST_ID_REUSED));
  }

  private Operation begin(String target, String requestId) {
    return operations.begin(OperationKind.IMPORT, target, requestId, "{}").operation();
  }
}

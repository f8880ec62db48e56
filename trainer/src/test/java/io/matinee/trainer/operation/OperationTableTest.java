package io.matinee.trainer.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.operation.Operation;
import io.matinee.runtime.operation.OperationFailure;
import io.matinee.runtime.operation.OperationState;
import io.matinee.trainer.store.Database;
import io.matinee.trainer.store.TestDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperationTableTest {
  private static final Operation ACTIVE = TestOperations.active("train-1");
  private static final Operation SUCCEEDED = ACTIVE.succeeded("made", Instant.ofEpochSecond(8));
  private static final Operation FAILED =
      new Operation(
          "import-1",
          "import",
          "datasets/d",
          Optional.empty(),
          OperationState.FAILED,
          "{}",
          "",
          Optional.of(
              new OperationFailure(
                  Reason.IMPORT_UNREADABLE, "ratings.csv is torn", Map.of("file", "ratings.csv"))),
          Instant.ofEpochSecond(9),
          Instant.ofEpochSecond(10));

  @TempDir Path folder;
  private Database database;
  private OperationTable table;

  TestDatabase database() {
    return TestDatabase.SQLITE;
  }

  @BeforeEach
  void open() {
    database = database().open(folder, () -> {});
    table = new OperationTable(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void keepsWhatWasSavedLast() {
    table.save(ACTIVE);
    table.save(FAILED);
    assertThat(table.loadAll()).containsExactlyInAnyOrder(ACTIVE, FAILED);
    assertThat(table.find(FAILED.id())).contains(FAILED);
    table.save(SUCCEEDED);
    assertThat(table.loadAll()).containsExactlyInAnyOrder(SUCCEEDED, FAILED);
    table.delete(FAILED.id());
    table.delete(FAILED.id());
    assertThat(table.find(FAILED.id())).isEmpty();
    assertThat(table.loadAll()).containsExactly(SUCCEEDED);
  }

  @Test
  void whatEndedWellStaysSo() {
    table.save(SUCCEEDED);
    table.save(
        new Operation(
            SUCCEEDED.id(),
            SUCCEEDED.kind(),
            SUCCEEDED.parent(),
            SUCCEEDED.request(),
            OperationState.FAILED,
            "{}",
            "",
            FAILED.failure(),
            SUCCEEDED.createTime(),
            Instant.ofEpochSecond(11)));
    assertThat(table.loadAll()).containsExactly(SUCCEEDED);
  }

  @Test
  void keepsNothingOfATransactionThatFails() {
    table.save(ACTIVE);
    assertThatThrownBy(
            () ->
                database.write(
                    handle -> {
                      OperationTable.save(handle, SUCCEEDED);
                      throw MatineeException.of(Reason.CANCELLED, "not now");
                    }))
        .isInstanceOf(MatineeException.class);
    assertThat(table.loadAll()).containsExactly(ACTIVE);
  }
}

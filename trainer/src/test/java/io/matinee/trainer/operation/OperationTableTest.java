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
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(strings = {"datasetVersion", "ratingsOf"})
  void neitherBeginsNorEndsWellWithoutAVersionThatItNeeds(String needed) {
    Operation needing =
        TestOperations.active(
            "train-1", "{\"%s\": \"datasets/movielens/versions/1\"}".formatted(needed));
    assertNoVersion(() -> table.save(needing));
    assertThat(table.loadAll()).isEmpty();

    write(
        "INSERT INTO dataset (dataset_id, display_name, create_time) VALUES ('movielens', '', 0)");
    write(
        "INSERT INTO dataset_version"
            + " (dataset_id, version_number, manifest_sha256, manifest, create_time)"
            + " VALUES ('movielens', 1, '%s', '{}', 0)".formatted("d".repeat(64)));
    table.save(needing);
    write("DELETE FROM dataset_version");
    Operation succeeded = needing.succeeded("made", Instant.ofEpochSecond(8));
    assertNoVersion(() -> database.write(handle -> OperationTable.save(handle, succeeded)));
    assertThat(table.loadAll()).containsExactly(needing);
  }

  @Test
  void beginsNotWithoutASplitOrAModelVersionThatItNeeds() {
    Operation withSplit =
        TestOperations.active("train-1", "{\"storedSplit\": \"datasets/movielens/splits/last\"}");
    Operation withModel =
        TestOperations.active("verify-1", "{\"modelVersion\": \"models/movies/versions/2\"}");
    assertNone(Reason.SPLIT_NOT_FOUND, () -> table.save(withSplit));
    assertNone(Reason.MODEL_VERSION_NOT_FOUND, () -> table.save(withModel));
    assertThat(table.loadAll()).isEmpty();

    String digest = "d".repeat(64);
    write(
        "INSERT INTO dataset (dataset_id, display_name, create_time) VALUES ('movielens', '', 0)");
    write(
        "INSERT INTO dataset_split VALUES ('movielens', 'last', '', NULL, '{}', '%s', 0)"
            .formatted(digest));
    write("INSERT INTO model_version VALUES ('movies', 2, '%s', '{}', 0, NULL)".formatted(digest));
    table.save(withSplit);
    table.save(withModel);
    assertThat(table.loadAll()).containsExactlyInAnyOrder(withSplit, withModel);
  }

  private void write(String sql) {
    database.write((Handle handle) -> handle.execute(sql));
  }

  private static void assertNoVersion(ThrowingCallable call) {
    assertNone(Reason.DATASET_VERSION_NOT_FOUND, call);
  }

  private static void assertNone(Reason reason, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            MatineeException.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
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

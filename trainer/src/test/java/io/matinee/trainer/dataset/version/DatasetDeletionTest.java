package io.matinee.trainer.dataset.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.operation.Operation;
import io.matinee.runtime.operation.OperationKind;
import io.matinee.runtime.operation.OperationQueue;
import io.matinee.runtime.operation.Operations;
import io.matinee.runtime.operation.RequestKey;
import io.matinee.runtime.operation.Submission;
import io.matinee.trainer.dataset.split.SplitProgress;
import io.matinee.trainer.dataset.split.SplitStage;
import io.matinee.trainer.name.DatasetName;
import io.matinee.trainer.name.DatasetVersionName;
import io.matinee.trainer.operation.OperationTable;
import io.matinee.trainer.operation.TestOperations;
import io.matinee.trainer.registry.ModelVersions;
import io.matinee.trainer.store.Database;
import io.matinee.trainer.store.Json;
import io.matinee.trainer.store.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is deleted, and what stays since something needs it. */
class DatasetDeletionTest {
  private static final DatasetName NAME = new DatasetName("movielens");
  private static final DatasetName OTHER = new DatasetName("movielens-test");
  private static final String DIGEST = "d".repeat(64);

  @TempDir Path folder;
  private Database database;
  private Datasets datasets;
  private Operations operations;
  private DatasetDeletion deletion;

  TestDatabase database() {
    return TestDatabase.SQLITE;
  }

  @BeforeEach
  void open() {
    database = database().open(folder, () -> {});
    datasets = new Datasets(database, Clock.systemUTC());
    operations = TestOperations.open(database);
    deletion = new DatasetDeletion(database, datasets, operations);
    datasets.create(NAME, "");
    datasets.create(OTHER, "");
  }

  @AfterEach
  void close() {
    operations.close();
    database.close();
  }

  @Test
  void neverGivesTheNumberOfADeletedVersionAgain() {
    DatasetVersionName first = add(NAME);
    DatasetVersionName second = add(NAME);

    deletion.delete(second);

    assertThat(datasets.latest(NAME).name()).isEqualTo(first);
    assertThat(add(NAME).number()).isEqualTo(3);
    assertRefused(Reason.DATASET_VERSION_NOT_FOUND, "", () -> deletion.delete(second));
  }

  @Test
  void aVersionStaysWhileAModelASplitOrAnOperationNeedsItWhichAreNamed() {
    DatasetVersionName needed = add(NAME);
    DatasetVersionName heldOut = add(OTHER);
    DatasetVersionName free = add(NAME);
    write("INSERT INTO model_version VALUES ('movies', 7, ?, '{}', 0, ?)", DIGEST, needed);
    split("last", needed, heldOut);
    write(
        "INSERT INTO operation (operation_id, kind, parent, state, progress, result, create_time,"
            + " update_time) VALUES ('train-1', 'train', 'models/movies', 'ACTIVE', ?, '', 0, 0)",
        "{\"datasetVersion\":\"%s\",\"stage\":\"QUEUED\"}".formatted(needed));

    assertRefused(
        Reason.RESOURCE_IN_USE,
        "models/movies/versions/7, datasets/movielens/splits/last, trainer/operations/train-1",
        () -> deletion.delete(needed));
    assertRefused(
        Reason.RESOURCE_IN_USE,
        "datasets/movielens/splits/last needs it",
        () -> deletion.delete(OTHER, true));
    assertRefused(
        Reason.RESOURCE_IN_USE, "models/movies/versions/7", () -> deletion.delete(NAME, true));
    deletion.delete(free);
    write("UPDATE operation SET state = 'FAILED'");
    write("DELETE FROM model_version");
    write("DELETE FROM dataset_split");
    deletion.delete(needed);
    assertThat(datasets.versions(NAME, Long.MAX_VALUE, 10)).isEmpty();
  }

  @Test
  void aVersionStaysWhileASplitIsMadeOfItsRatings() {
    DatasetVersionName madeFor = add(NAME);
    DatasetVersionName heldOut = add(OTHER);
    SplitProgress queued =
        new SplitProgress(
            "datasets/movielens/splits/last",
            madeFor.toString(),
            heldOut.toString(),
            SplitStage.QUEUED);
    write(
        "INSERT INTO operation (operation_id, kind, parent, state, progress, result, create_time,"
            + " update_time) VALUES ('split-1', 'split', ?, 'ACTIVE', ?, '', 0, 0)",
        NAME.toString(),
        Json.write(queued));

    assertRefused(
        Reason.RESOURCE_IN_USE, "trainer/operations/split-1", () -> deletion.delete(heldOut));
    assertRefused(
        Reason.RESOURCE_IN_USE, "trainer/operations/split-1", () -> deletion.delete(OTHER, true));
  }

  @Test
  void namesTenOfManyThatNeedAVersion() {
    DatasetVersionName needed = add(NAME);
    for (int number = 1; number <= 12; number++) {
      write(
          "INSERT INTO model_version VALUES ('movies', ?, ?, '{}', 0, ?)", number, DIGEST, needed);
    }

    assertRefused(
        Reason.RESOURCE_IN_USE,
        "models/movies/versions/10 and 2 more need it",
        () -> deletion.delete(needed));
  }

  @Test
  void aDataSetGoesWithWhatIsItsOwnIfThatIsForced() {
    DatasetVersionName version = add(NAME);
    split("last", version, null);
    write("INSERT INTO rating_request VALUES (1, 'movielens', 'r', 'd', 0)");
    write("INSERT INTO live_rating VALUES ('movielens', 'u', 'm', 1, 0, 4, 0, 'RATING')");
    ModelVersions blobs = new ModelVersions(database, Clock.systemUTC());
    assertThat(blobs.referencedBlobs()).contains(DIGEST, "a".repeat(64));

    assertRefused(
        Reason.RESOURCE_IN_USE,
        "datasets/movielens/splits/last, 1 live ratings",
        () -> deletion.delete(NAME, false));
    deletion.delete(NAME, true);

    assertRefused(Reason.DATASET_NOT_FOUND, "", () -> datasets.get(NAME));
    assertThat(blobs.referencedBlobs()).isEmpty();
    assertThat(datasets.get(OTHER).name()).isEqualTo(OTHER);
  }

  @Test
  void aDataSetWithVersionsAloneGoesUnforced() {
    var unused = add(NAME);

    deletion.delete(NAME, false);

    assertRefused(Reason.DATASET_NOT_FOUND, "", () -> deletion.delete(NAME, false));
  }

  @Test
  void aDataSetMadeAgainGoesOnWithItsNumbers() {
    DatasetVersionName first = add(NAME);
    deletion.delete(NAME, false);
    datasets.create(NAME, "again");
    assertThat(datasets.get(NAME).latestVersion()).isEmpty();

    assertThat(add(NAME).number()).isEqualTo(2);
    assertRefused(Reason.DATASET_VERSION_NOT_FOUND, "", () -> datasets.version(first));
    deletion.delete(NAME, false);
    datasets.create(NAME, "and again");
    assertThat(add(NAME).number()).isEqualTo(3);
    assertThat(add(OTHER).number()).isEqualTo(1);
  }

  @Test
  void aDataSetMadeAgainKnowsNoRequestsOfTheDeletedOne() throws InterruptedException {
    OperationQueue imports = operations.queue(new OperationKind("import", true));
    Optional<RequestKey> key = RequestKey.of("once", "digest");
    for (DatasetName name : List.of(NAME, OTHER)) {
      String id = "import-" + name.dataset();
      var unused =
          imports.begin(
              new Submission(id, name.toString(), key, "{}"),
              assignment -> assignment.succeed("made"));
      assertThat(TestOperations.ended(operations, id).result()).isEqualTo("made");
    }

    deletion.delete(NAME, false);

    assertThat(imports.begunBy(NAME.toString(), key)).isEmpty();
    assertThat(imports.begunBy(OTHER.toString(), key)).isPresent();
    assertThat(new OperationTable(database).loadAll())
        .extracting(Operation::parent)
        .containsExactly(OTHER.toString());
  }

  @Test
  void aVersionStaysForAModelVersionOfBeforeItWasSaidOnWhatEachWasTrained() {
    DatasetVersionName needed = add(NAME);
    DatasetVersionName free = add(NAME);
    write(
        "INSERT INTO model_version VALUES ('movies', 7, ?, ?, 0, NULL)",
        DIGEST,
        "{\"formatVersion\":3,\"datasetVersion\":\"%s\"}".formatted(needed));
    write(
        "INSERT INTO model (model_id, display_name, etag, create_time, update_time)"
            + " VALUES ('movies', '', 'e', 0, 0)");
    write("ALTER TABLE model DROP COLUMN last_version_number");
    write("DROP TABLE deleted_dataset");
    write("ALTER TABLE dataset_version DROP COLUMN accept_reason");
    write("ALTER TABLE dataset_version DROP COLUMN accept_time");
    write("ALTER TABLE live_rating DROP COLUMN event_kind");
    write("DELETE FROM flyway_schema_history WHERE version IN ('10', '11', '12', '13')");
    operations.close();
    database.close();

    database = database().open(folder, () -> {});
    datasets = new Datasets(database, Clock.systemUTC());
    operations = TestOperations.open(database);
    deletion = new DatasetDeletion(database, datasets, operations);

    assertRefused(
        Reason.RESOURCE_IN_USE, "models/movies/versions/7", () -> deletion.delete(needed));
    deletion.delete(free);
    assertThat(
            database.<Long, RuntimeException>read(
                handle ->
                    handle
                        .createQuery("SELECT last_version_number FROM model")
                        .mapTo(Long.class)
                        .one()))
        .isEqualTo(7);
  }

  private DatasetVersionName add(DatasetName dataset) {
    return database.write(
        handle ->
            datasets.addVersion(handle, dataset, DIGEST, DatasetsTest.manifest("a file")).name());
  }

  private void split(
      String id, DatasetVersionName madeFor, @Nullable DatasetVersionName ratingsOf) {
    write(
        "INSERT INTO dataset_split VALUES (?, ?, ?, ?, '{}', ?, 0)",
        madeFor.dataset(),
        id,
        madeFor,
        ratingsOf,
        DIGEST);
  }

  private void write(String sql, @Nullable Object... values) {
    Object[] texts = values.clone();
    for (int i = 0; i < texts.length; i++) {
      texts[i] = texts[i] instanceof DatasetVersionName name ? name.toString() : texts[i];
    }
    database.write((Handle handle) -> handle.execute(sql, texts));
  }

  private static void assertRefused(Reason reason, String part, ThrowingCallable call) {
    assertThatThrownBy(call)
        .hasMessageContaining(part)
        .isInstanceOfSatisfying(
            MatineeException.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }
}

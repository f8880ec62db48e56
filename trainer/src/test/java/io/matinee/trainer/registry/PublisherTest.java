package io.matinee.trainer.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.operation.Operation;
import io.matinee.runtime.operation.OperationState;
import io.matinee.runtime.operation.Operations;
import io.matinee.runtime.paging.PageRoom;
import io.matinee.runtime.testing.TinyModel;
import io.matinee.trainer.execution.ProcessExecutor;
import io.matinee.trainer.execution.RunExecutor;
import io.matinee.trainer.execution.WorkerCommand;
import io.matinee.trainer.name.ModelName;
import io.matinee.trainer.name.ModelVersionName;
import io.matinee.trainer.operation.OperationTable;
import io.matinee.trainer.operation.TestOperations;
import io.matinee.trainer.store.BlobStore;
import io.matinee.trainer.store.Database;
import io.matinee.trainer.store.FolderBlobStore;
import io.matinee.trainer.store.Staging;
import io.matinee.trainer.store.TestDatabase;
import io.matinee.trainer.store.TrainerHome;
import io.matinee.trainer.training.Recovery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PublisherTest {
  private static final ModelName MODEL = new ModelName("movies");
  private static final String RUN = "train-1";

  @TempDir Path folder;
  private TrainerHome home;
  private Database database;
  private ModelVersions versions;
  private OperationTable operations;

  TestDatabase database() {
    return TestDatabase.SQLITE;
  }

  @BeforeEach
  void open() throws IOException {
    home = TrainerHome.prepare(folder);
    database = database().open(folder, () -> {});
    versions = new ModelVersions(database, Clock.systemUTC());
    operations = new OperationTable(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @ParameterizedTest
  @Tag("process")
  @EnumSource(PublishingStep.class)
  void leavesNoTornVersionWhereverTheTrainerDies(PublishingStep fatal) throws Exception {
    String run = begin();
    snapshot(run);
    database.close();
    assertThat(DyingPublisher.start(folder, run, fatal).waitFor()).isEqualTo(DyingPublisher.DEATH);
    open();
    recover();
    boolean published = fatal == PublishingStep.COMMITTED;
    assertThat(versions.list(MODEL, Long.MAX_VALUE, PageRoom.of(10))).hasSize(published ? 1 : 0);
    Operation operation = reopened(run);
    assertThat(operation.state())
        .isEqualTo(published ? OperationState.SUCCEEDED : OperationState.FAILED);
    if (published) {
      assertThat(orphansAfter(Duration.ofDays(1000)).delete()).as("referred to").isZero();
      ModelVersion version = versions.get(new ModelVersionName("movies", 1));
      new Verification(blobs()).verify(version, progress -> {});
      assertThat(operation.result()).isEqualTo("models/movies/versions/1");
    } else {
      assertThat(operation.failure().orElseThrow().reason()).isEqualTo(Reason.RUN_LOST);
      assertThat(orphansAfter(Duration.ofHours(23)).delete()).as("young").isZero();
      assertThat(home.blobs()).as("on their way").isNotEmptyDirectory();
      assertThat(orphansAfter(Duration.ofHours(25)).delete()).as("old").isPositive();
      assertThat(home.blobs()).isEmptyDirectory();
    }
    assertThat(new Staging(home.staging()).folders()).isEmpty();
  }

  @Test
  void refusesASnapshotWithAByteThatIsNotAsTheManifestSays() throws Exception {
    String run = begin();
    Path snapshot = snapshot(run);
    Path blob = snapshot.resolve("catalogue");
    byte[] content = Files.readAllBytes(blob);
    content[7] ^= 1;
    Files.write(blob, content);
    assertThatThrownBy(() -> publish(run, snapshot, step -> {}))
        .isInstanceOfSatisfying(
            MatineeException.class,
            corrupt -> {
              assertThat(corrupt.reason()).isEqualTo(Reason.BLOB_CORRUPT);
              assertThat(corrupt.metadata()).containsEntry("blob", "catalogue");
            });
    assertThat(versions.list(MODEL, Long.MAX_VALUE, PageRoom.of(10))).isEmpty();
  }

  @Test
  void publishesNothingOfARunThatWasCancelledMeanwhile() throws Exception {
    Path snapshot = snapshot(begin());
    assertThatThrownBy(
            () ->
                publisher(step -> {})
                    .publish(
                        MODEL,
                        snapshot,
                        (handle, version) -> {
                          throw MatineeException.of(Reason.CANCELLED, "cancelled");
                        }))
        .isInstanceOfSatisfying(
            MatineeException.class,
            cancelled -> assertThat(cancelled.reason()).isEqualTo(Reason.CANCELLED));
    assertThat(versions.list(MODEL, Long.MAX_VALUE, PageRoom.of(10))).isEmpty();
  }

  @Test
  void publishesNothingOnceAnotherTrainerHasTakenTheHomeOver() throws Exception {
    String run = begin();
    Path snapshot = snapshot(run);
    try (Database taken = database().open(folder, () -> {})) {
      assertThatThrownBy(() -> publish(run, snapshot, step -> {}))
          .isInstanceOfSatisfying(
              MatineeException.class,
              lost -> assertThat(lost.reason()).isEqualTo(Reason.SHUTTING_DOWN));
      ModelVersions left = new ModelVersions(taken, Clock.systemUTC());
      assertThat(left.list(MODEL, Long.MAX_VALUE, PageRoom.of(10))).isEmpty();
    }
  }

  private void recover() throws IOException {
    try (RunExecutor executor = new ProcessExecutor(home.workers(), new WorkerCommand(List.of()))) {
      new Recovery(home, executor).run();
    }
  }

  private OrphanBlobs orphansAfter(Duration time) {
    Clock later = Clock.offset(Clock.systemUTC(), time);
    return new OrphanBlobs(blobs(), versions, Duration.ofDays(1), later);
  }

  private BlobStore blobs() {
    return new FolderBlobStore(home.blobs(), Clock.systemUTC());
  }

  private String begin() {
    operations.save(TestOperations.active(RUN));
    return RUN;
  }

  private Operation reopened(String run) {
    try (Operations opened = TestOperations.open(database)) {
      return opened.get(run);
    }
  }

  private Path snapshot(String run) throws IOException {
    Path snapshot = new Staging(home.staging()).create(run).resolve("snapshot");
    TinyModel.write(Files.createDirectories(snapshot), 1);
    return snapshot;
  }

  private void publish(String run, Path snapshot, PublishingObserver observer) throws IOException {
    publisher(observer)
        .publish(
            MODEL, snapshot, (handle, version) -> DyingPublisher.succeed(handle, run, version));
  }

  private Publisher publisher(PublishingObserver observer) {
    return new Publisher(database, blobs(), versions, observer);
  }
}

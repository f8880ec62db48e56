package io.matinee.trainer.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matinee.model.snapshot.BlobReference;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.operation.Operation;
import io.matinee.runtime.operation.OperationKind;
import io.matinee.runtime.operation.Operations;
import io.matinee.runtime.operation.Submission;
import io.matinee.runtime.testing.TinyModel;
import io.matinee.trainer.name.ModelName;
import io.matinee.trainer.operation.TestOperations;
import io.matinee.trainer.store.BlobStore;
import io.matinee.trainer.store.Database;
import io.matinee.trainer.store.FolderBlobStore;
import io.matinee.trainer.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationsTest {
  @TempDir Path folder;
  private Database database;
  private Verification verification;
  private ModelVersion version;

  @BeforeEach
  void publish() throws IOException {
    database = TestDatabase.SQLITE.open(folder, () -> {});
    BlobStore blobs =
        new FolderBlobStore(Files.createDirectories(folder.resolve("sha256")), Clock.systemUTC());
    verification = new Verification(blobs);
    Path snapshot = Files.createDirectories(folder.resolve("snapshot"));
    TinyModel.write(snapshot, 1);
    version =
        new Publisher(database, blobs, new ModelVersions(database, Clock.systemUTC()), step -> {})
            .publish(new ModelName("movies"), snapshot, (handle, added) -> {});
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void waitsForNoRun() throws InterruptedException {
    CountDownLatch verified = new CountDownLatch(1);
    try (Operations operations = TestOperations.open(database)) {
      operations
          .queue(new OperationKind("train", false))
          .begin(
              new Submission("train-1", "models/movies", Optional.empty(), "{}"),
              run -> {
                verified.await();
                run.succeed("trained");
              });
      Operation begun =
          new Verifications(operations, verification, blobs -> blobs.size() + " blobs")
              .begin(version, Optional.empty());
      assertThat(TestOperations.ended(operations, begun.id()))
          .returns("verify", Operation::kind)
          .returns("models/movies/versions/1", Operation::parent)
          .returns(version.blobs().size() + " blobs", Operation::result);
      verified.countDown();
    }
  }

  @Test
  void tellsOfEveryByteAndBlob() {
    List<VerificationProgress> heard = new ArrayList<>();
    verification.verify(version, heard::add);
    VerificationProgress first = VerificationProgress.at(VerificationStage.READING, version);
    assertThat(heard.getFirst()).isEqualTo(first);
    assertThat(heard).extracting(VerificationProgress::blobs).isSorted().contains(1);
    assertThat(heard).extracting(VerificationProgress::bytes).isSorted();
    assertThat(heard.getLast())
        .isEqualTo(
            new VerificationProgress(
                version.name().toString(),
                VerificationStage.READING,
                first.totalBytes(),
                first.totalBytes(),
                version.blobs().size(),
                version.blobs().size()));
  }

  @Test
  void namesTheBlobThatCannotBeRead() throws IOException {
    BlobReference blob = version.blobs().getLast();
    Path file = folder.resolve("sha256").resolve(blob.sha256());
    Files.delete(file);
    Files.createDirectory(file);

    assertThatThrownBy(() -> verification.verify(version, progress -> {}))
        .hasMessageContaining("cannot be read")
        .isInstanceOfSatisfying(
            MatineeException.class,
            damaged -> {
              assertThat(damaged.reason()).isEqualTo(Reason.BLOB_CORRUPT);
              assertThat(damaged.metadata())
                  .containsEntry("blob", blob.name())
                  .containsEntry("sha256", blob.sha256());
            });
  }

  @Test
  void endsWhereItsListenerSaysAndBlamesNoBlob() {
    assertThatThrownBy(
            () ->
                verification.verify(
                    version,
                    progress -> {
                      if (progress.bytes() > 0) {
                        throw MatineeException.of(Reason.CANCELLED, "enough");
                      }
                    }))
        .isInstanceOfSatisfying(
            MatineeException.class,
            ended -> assertThat(ended.reason()).isEqualTo(Reason.CANCELLED));
  }
}

package io.matinee.trainer.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.longrunning.Operation;
import com.google.protobuf.ByteString;
import io.grpc.stub.StreamObserver;
import io.matinee.proto.trainer.v1.UploadDatasetRequest;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.operation.OperationState;
import io.matinee.runtime.operation.Operations;
import io.matinee.runtime.operation.call.OperationMessages;
import io.matinee.trainer.dataset.filter.RatingFilters;
import io.matinee.trainer.dataset.form.FormDetection;
import io.matinee.trainer.dataset.importing.DatasetImporter;
import io.matinee.trainer.dataset.importing.ImportRequest;
import io.matinee.trainer.dataset.importing.ImportText;
import io.matinee.trainer.dataset.source.ImportLimits;
import io.matinee.trainer.dataset.source.ImportRoots;
import io.matinee.trainer.dataset.source.ImportSource;
import io.matinee.trainer.dataset.version.Datasets;
import io.matinee.trainer.name.DatasetName;
import io.matinee.trainer.operation.TestOperations;
import io.matinee.trainer.store.BlobStore;
import io.matinee.trainer.store.Database;
import io.matinee.trainer.store.Staging;
import io.matinee.trainer.store.TrainerHome;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An upload while as many imports wait as may. */
@QuarkusTest
@Tag("process")
class FullQueueUploadTest extends RunningTrainer {
  /** As many as may wait, beside the one at work, by {@link TrainerHomeResource}. */
  private static final int WAITING = 2;

  @Inject TrainerHome home;
  @Inject Database database;
  @Inject BlobStore blobs;
  @Inject Datasets known;
  @Inject Operations operations;
  @Inject OperationMessages messages;
  @Inject ImportText text;

  private final CountDownLatch released = new CountDownLatch(1);
  private final List<Throwable> refused = new ArrayList<>();

  @Test
  void isRefusedByItsHeader() throws Exception {
    DatasetName dataset = DatasetName.parse(dataset());
    DatasetImporter importer = importer();
    List<String> begun = fill(importer, dataset);

    upload(importer)
        .onNext(Uploads.header(dataset.toString(), Uploads.file("a.csv", ByteString.EMPTY)));

    requireRefused();
    end(begun);
    assertThat(home.staging()).isEmptyDirectory();
  }

  @Test
  void leavesNothingWhenTheQueueFillsBeforeItsEnd() throws Exception {
    DatasetName dataset = DatasetName.parse(dataset());
    DatasetImporter importer = importer();
    Upload<UploadDatasetRequest> upload = upload(importer);
    upload.onNext(Uploads.header(dataset.toString(), Uploads.file("a.csv", Uploads.ROWS)));
    upload.onNext(Uploads.chunk(Uploads.ROWS));
    List<String> begun = fill(importer, dataset);

    upload.onCompleted();

    requireRefused();
    end(begun);
    assertThat(home.staging()).isEmptyDirectory();
  }

  private List<String> fill(DatasetImporter importer, DatasetName dataset) throws IOException {
    Path file = Files.write(folder.resolve("ratings.csv"), Uploads.ROWS.toByteArray());
    List<String> begun = new ArrayList<>();
    for (int i = 0; i < 1 + WAITING; i++) {
      begun.add(importer.begin(request(dataset, file)).id());
    }
    return begun;
  }

  private void requireRefused() {
    assertThat(refused)
        .singleElement()
        .isInstanceOfSatisfying(
            MatineeException.class,
            refusal -> assertThat(refusal.reason()).isEqualTo(Reason.QUEUE_FULL));
  }

  private void end(List<String> begun) throws Exception {
    released.countDown();
    for (String id : begun) {
      assertThat(TestOperations.ended(operations, id).state()).isEqualTo(OperationState.SUCCEEDED);
    }
  }

  /** An importer with a queue of its own, whose imports publish nothing until they are released. */
  private DatasetImporter importer() {
    return new DatasetImporter(
        home,
        database,
        held(),
        known,
        operations,
        text,
        new ImportLimits(50_000_000, 200, 256),
        new ImportRoots(List.of(folder)));
  }

  private BlobStore held() {
    return (BlobStore)
        Proxy.newProxyInstance(
            BlobStore.class.getClassLoader(),
            new Class<?>[] {BlobStore.class},
            (proxy, method, arguments) -> {
              released.await();
              return method.invoke(blobs, arguments);
            });
  }

  private Upload<UploadDatasetRequest> upload(DatasetImporter importer) {
    return new Upload<>(
        new DatasetUploads(
            importer,
            new io.matinee.trainer.dataset.upload.Uploads(
                new Staging(home.staging()),
                50_000_000,
                Duration.ofMinutes(1),
                InstantSource.system())),
        messages,
        new StreamObserver<>() {
          @Override
          public void onNext(Operation operation) {
            // Nothing begins.
          }

          @Override
          public void onError(Throwable failure) {
            refused.add(failure);
          }

          @Override
          public void onCompleted() {
            // Nothing begins.
          }
        });
  }

  private static ImportRequest request(DatasetName dataset, Path file) {
    return new ImportRequest(
        dataset,
        new ImportSource.OnDisk(file),
        FormDetection.UNAIDED,
        Optional.empty(),
        ImportRequest.DEFAULT_REJECTED_SHARE,
        RatingFilters.NONE,
        0,
        Optional.empty());
  }
}

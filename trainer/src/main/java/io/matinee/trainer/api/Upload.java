package io.matinee.trainer.api;

import com.google.longrunning.Operation;
import io.grpc.stub.StreamObserver;
import io.matinee.proto.trainer.v1.UploadDatasetHeader;
import io.matinee.proto.trainer.v1.UploadDatasetRequest;
import io.matinee.runtime.digest.RequestDigest;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.operation.RequestKey;
import io.matinee.runtime.operation.call.OperationMessages;
import io.matinee.trainer.dataset.importing.DatasetImporter;
import io.matinee.trainer.dataset.importing.ImportRequest;
import io.matinee.trainer.dataset.upload.Announcement;
import io.matinee.trainer.dataset.upload.IncomingUpload;
import io.matinee.trainer.dataset.upload.UploadKey;
import io.matinee.trainer.dataset.upload.Uploads;
import io.matinee.trainer.name.DatasetName;
import io.matinee.trainer.store.StorageFault;
import java.io.IOException;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes one upload: a header, then the files' bytes. Its calls come one after another. */
final class Upload implements StreamObserver<UploadDatasetRequest> {
  private static final Logger LOG = Logger.getLogger(Upload.class);

  private final DatasetImporter importer;
  private final OperationMessages operations;
  private final Uploads uploads;
  private final StreamObserver<Operation> reply;

  private @Nullable Begun begun;
  private boolean over;

  /** An upload that has not begun. */
  Upload(
      DatasetImporter importer,
      OperationMessages operations,
      Uploads uploads,
      StreamObserver<Operation> reply) {
    this.importer = importer;
    this.operations = operations;
    this.uploads = uploads;
    this.reply = reply;
  }

  @Override
  public void onNext(UploadDatasetRequest part) {
    attempt(() -> take(part));
  }

  @Override
  public void onCompleted() {
    attempt(
        () -> {
          Begun complete = begun();
          complete.incoming().complete();
          answer(importer.begin(complete.request()));
        });
  }

  @Override
  public void onError(Throwable failure) {
    end(IncomingUpload::breakOff);
  }

  private void take(UploadDatasetRequest part) throws IOException {
    if (!part.hasHeader()) {
      begun().incoming().write(part.getChunk().toByteArray());
    } else if (begun == null) {
      begin(part.getHeader());
    } else {
      throw UploadHeaderReading.invalid("header", "must come once");
    }
  }

  private void begin(UploadDatasetHeader header) throws IOException {
    DatasetName dataset = DatasetName.parse(header.getDataset());
    UploadDatasetHeader request = header.toBuilder().clearOffsetBytes().build();
    Optional<RequestKey> key = RequestKey.of(header.getRequestId(), RequestDigest.of(request));
    importer.requireDataset(dataset);
    var earlier = importer.begunBy(dataset, key);
    if (earlier.isPresent()) {
      answer(earlier.get());
      return;
    }
    importer.requireRoom();
    Announcement announced = UploadHeaderReading.announcement(header);
    ImportOptionsReading options = ImportOptionsReading.of(header.getOptions(), "header.options");
    IncomingUpload incoming =
        uploads.begin(
            announced,
            key.map(it -> new UploadKey(dataset.toString(), it)),
            header.getOffsetBytes());
    begun = new Begun(incoming, options.request(dataset, incoming.source(), key));
  }

  private Begun begun() {
    if (begun == null) {
      throw UploadHeaderReading.invalid("header", "must come first, before the first chunk");
    }
    return begun;
  }

  private void answer(io.matinee.runtime.operation.Operation operation) {
    over = true;
    reply.onNext(operations.of(operation));
    reply.onCompleted();
  }

  /** Takes a step unless the upload is over; a step that fails is its last. */
  private void attempt(Step step) {
    if (over) {
      return;
    }
    try {
      step.take();
    } catch (IOException failure) {
      fail(StorageFault.of(failure));
    } catch (RuntimeException failure) {
      fail(failure);
    }
  }

  private void fail(RuntimeException failure) {
    boolean tooSlow =
        failure instanceof MatineeException refusal && refusal.reason() == Reason.DEADLINE_EXCEEDED;
    end(tooSlow ? IncomingUpload::breakOff : IncomingUpload::giveUp);
    reply.onError(failure);
  }

  /** Ends what has begun; only the first time counts. */
  private void end(End how) {
    if (over || begun == null) {
      over = true;
      return;
    }
    over = true;
    try {
      how.take(begun.incoming());
    } catch (IOException leftForTheNextStart) {
      LOG.warn("could not delete an upload that was given up", leftForTheNextStart);
    }
  }

  /** An end of what has come. */
  private interface End {
    void take(IncomingUpload incoming) throws IOException;
  }

  /** A step that may fail with the disk. */
  private interface Step {
    void take() throws IOException;
  }

  /**
   * What has begun.
   *
   * @param incoming takes the bytes
   * @param request what is done with them
   */
  private record Begun(IncomingUpload incoming, ImportRequest request) {}
}

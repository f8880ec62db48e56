package io.matinee.trainer.api;

import com.google.longrunning.Operation;
import com.google.protobuf.ByteString;
import io.grpc.stub.StreamObserver;
import io.matinee.model.snapshot.Digests;
import io.matinee.proto.trainer.v1.UploadRatingsHeader;
import io.matinee.proto.trainer.v1.UploadRatingsRequest;
import io.matinee.runtime.digest.RequestDigest;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.operation.RequestKey;
import io.matinee.runtime.operation.call.OperationMessages;
import io.matinee.trainer.dataset.importing.DatasetImporter;
import io.matinee.trainer.dataset.importing.ImportRequest;
import io.matinee.trainer.dataset.source.ImportLimits;
import io.matinee.trainer.dataset.source.ImportSource;
import io.matinee.trainer.store.PlainName;
import io.matinee.trainer.store.Staging;
import io.matinee.trainer.store.StorageFault;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Takes one upload: a header, then the file's bytes. Its calls come one after another. */
final class Upload implements StreamObserver<UploadRatingsRequest> {
  private final DatasetImporter importer;
  private final OperationMessages operations;
  private final Staging staging;
  private final ImportLimits limits;
  private final Semaphore places;
  private final StreamObserver<Operation> reply;
  private final String folder = "upload-" + UUID.randomUUID();

  private @Nullable UploadRatingsHeader header;
  private @Nullable ImportRequest request;
  private @Nullable OutputStream file;
  private long bytes;
  private boolean placed;
  private boolean failed;

  /**
   * An upload that has not begun.
   *
   * @param places how many uploads may be under way; each takes one, from its header to its end
   */
  Upload(
      DatasetImporter importer,
      OperationMessages operations,
      Staging staging,
      ImportLimits limits,
      Semaphore places,
      StreamObserver<Operation> reply) {
    this.importer = importer;
    this.operations = operations;
    this.staging = staging;
    this.limits = limits;
    this.places = places;
    this.reply = reply;
  }

  @Override
  public void onNext(UploadRatingsRequest part) {
    if (failed) {
      return;
    }
    try {
      if (part.hasHeader()) {
        begin(part.getHeader());
      } else {
        append(part.getChunk());
      }
    } catch (IOException failure) {
      fail(StorageFault.of(failure));
    } catch (RuntimeException failure) {
      fail(failure);
    }
  }

  @Override
  public void onError(Throwable failure) {
    failed = true;
    discard();
  }

  @Override
  public void onCompleted() {
    if (failed) {
      return;
    }
    UploadRatingsHeader first = header;
    ImportRequest complete = request;
    if (first == null || complete == null) {
      fail(invalid("header", "must come first"));
      return;
    }
    try {
      close();
      reply.onNext(operations.of(importer.begin(complete.under(key(first)))));
      reply.onCompleted();
    } catch (IOException failure) {
      fail(StorageFault.of(failure));
    } catch (RuntimeException failure) {
      fail(failure);
    }
  }

  private void begin(UploadRatingsHeader sent) throws IOException {
    if (header != null) {
      throw invalid("header", "must come once");
    }
    String name = sent.getFileName();
    if (name.chars().anyMatch(Character::isISOControl)) {
      throw invalid("header.file_name", "must have no control characters");
    }
    Path target = target(sent);
    request =
        ImportOptionsReading.request(
            sent.getDataset(),
            new ImportSource.Uploaded(target, name),
            sent.getOptions(),
            Optional.empty(),
            "header.options");
    header = sent;
    importer.requireDataset(request.dataset());
    takePlace();
    staging.create(folder);
    file = Files.newOutputStream(target);
  }

  private Path target(UploadRatingsHeader sent) {
    return staging.path(folder).resolve(PlainName.of(sent.getFileName()));
  }

  /** The same request has the same header, and the same bytes after it. */
  private Optional<RequestKey> key(UploadRatingsHeader sent) {
    return sent.getRequestId().isEmpty()
        ? Optional.empty()
        : RequestKey.of(sent.getRequestId(), RequestDigest.of(sent) + Digests.sha256(target(sent)));
  }

  private void takePlace() {
    placed = places.tryAcquire();
    if (!placed) {
      throw MatineeException.of(
          Reason.QUEUE_FULL, "As many uploads as may be are under way; repeat when one has ended.");
    }
  }

  private void append(ByteString chunk) throws IOException {
    OutputStream open = file;
    if (open == null) {
      throw invalid("header", "must come before the first chunk");
    }
    bytes += chunk.size();
    if (bytes > limits.maximumBytes()) {
      throw MatineeException.of(
          Reason.IMPORT_UNREADABLE,
          "The upload has more than %,d bytes; raise MATINEE_TRAINER_MAXIMUM_IMPORT_BYTES."
              .formatted(limits.maximumBytes()));
    }
    chunk.writeTo(open);
  }

  private void fail(RuntimeException failure) {
    failed = true;
    discard();
    reply.onError(failure);
  }

  private void discard() {
    try {
      close();
      staging.remove(folder);
    } catch (IOException leftForTheNextStart) {
      failed = true;
    }
  }

  private void close() throws IOException {
    if (placed) {
      placed = false;
      places.release();
    }
    if (file != null) {
      file.close();
    }
  }

  private static MatineeException invalid(String field, String problem) {
    return MatineeException.of(Reason.INVALID_REQUEST, field + " " + problem + ".")
        .onField(field, problem);
  }
}

package io.matinee.trainer.api;

import com.google.longrunning.Operation;
import com.google.protobuf.ByteString;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import io.matinee.model.digest.Sha256;
import io.matinee.proto.trainer.v1.DatasetServiceGrpc;
import io.matinee.proto.trainer.v1.UploadDatasetHeader;
import io.matinee.proto.trainer.v1.UploadDatasetRequest;
import io.matinee.proto.trainer.v1.UploadedFile;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** Sends uploads, part by part. */
final class Uploads {
  /** A file with one rating. */
  static final ByteString ROWS =
      ByteString.copyFromUtf8("userId,movieId,rating,timestamp\n1,5,4.0,100\n");

  private Uploads() {}

  /** Uploads a rating as a file of a name. */
  static Operation send(ManagedChannel channel, String dataset, String name) {
    return send(channel, List.of(header(dataset, file(name, ROWS)), chunk(ROWS)));
  }

  /**
   * Sends parts and waits for the answer.
   *
   * @throws StatusRuntimeException when they are refused
   */
  static Operation send(ManagedChannel channel, List<UploadDatasetRequest> parts) {
    CompletableFuture<Operation> answer = new CompletableFuture<>();
    StreamObserver<UploadDatasetRequest> upload = open(channel, answer);
    parts.forEach(upload::onNext);
    upload.onCompleted();
    return join(answer);
  }

  /**
   * Sends a part and, while more may follow, waits for the answer.
   *
   * @throws StatusRuntimeException when it is refused
   */
  static Operation begin(ManagedChannel channel, UploadDatasetRequest part) {
    CompletableFuture<Operation> answer = new CompletableFuture<>();
    open(channel, answer).onNext(part);
    return join(answer);
  }

  /** Begins an upload whose answer nobody waits for. */
  static StreamObserver<UploadDatasetRequest> open(ManagedChannel channel) {
    return open(channel, new CompletableFuture<>());
  }

  static UploadDatasetRequest header(String dataset, UploadedFile... files) {
    return header(
        UploadDatasetHeader.newBuilder().setDataset(dataset).addAllFiles(List.of(files)).build());
  }

  static UploadDatasetRequest header(UploadDatasetHeader header) {
    return UploadDatasetRequest.newBuilder().setHeader(header).build();
  }

  static UploadedFile file(String name, ByteString content) {
    return UploadedFile.newBuilder()
        .setName(name)
        .setSizeBytes(content.size())
        .setSha256(Sha256.of(content.toByteArray()))
        .build();
  }

  static UploadDatasetRequest chunk(ByteString bytes) {
    return UploadDatasetRequest.newBuilder().setChunk(bytes).build();
  }

  private static StreamObserver<UploadDatasetRequest> open(
      ManagedChannel channel, CompletableFuture<Operation> answer) {
    return DatasetServiceGrpc.newStub(channel)
        .withDeadlineAfter(1, TimeUnit.MINUTES)
        .uploadDataset(new Answer(answer));
  }

  /** Waits for the answer. */
  static Operation join(CompletableFuture<Operation> answer) {
    try {
      return answer.join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof StatusRuntimeException refused ? refused : failed;
    }
  }

  /** Takes the answer of an upload. */
  record Answer(CompletableFuture<Operation> future) implements StreamObserver<Operation> {
    @Override
    public void onNext(Operation operation) {
      future.complete(operation);
    }

    @Override
    public void onError(Throwable failure) {
      future.completeExceptionally(failure);
    }

    @Override
    public void onCompleted() {
      // The operation came before.
    }
  }
}

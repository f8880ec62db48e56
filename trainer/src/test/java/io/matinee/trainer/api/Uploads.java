package io.matinee.trainer.api;

import com.google.longrunning.Operation;
import com.google.protobuf.ByteString;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import io.matinee.proto.trainer.v1.DatasetServiceGrpc;
import io.matinee.proto.trainer.v1.UploadRatingsHeader;
import io.matinee.proto.trainer.v1.UploadRatingsRequest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** Sends uploads, part by part. */
final class Uploads {
  private static final String ROWS = "userId,movieId,rating,timestamp\n1,5,4.0,100\n";

  private Uploads() {}

  /** Uploads a rating as a file of a name. */
  static Operation send(ManagedChannel channel, String dataset, String name) {
    return send(channel, List.of(header(dataset, name), chunk(ByteString.copyFromUtf8(ROWS))));
  }

  /**
   * Sends parts and waits for the answer.
   *
   * @throws StatusRuntimeException when they are refused
   */
  static Operation send(ManagedChannel channel, List<UploadRatingsRequest> parts) {
    CompletableFuture<Operation> answer = new CompletableFuture<>();
    StreamObserver<UploadRatingsRequest> upload =
        DatasetServiceGrpc.newStub(channel)
            .withDeadlineAfter(1, TimeUnit.MINUTES)
            .uploadRatings(new Answer(answer));
    parts.forEach(upload::onNext);
    upload.onCompleted();
    try {
      return answer.join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof StatusRuntimeException refused ? refused : failed;
    }
  }

  /** Begins an upload whose answer nobody waits for. */
  static StreamObserver<UploadRatingsRequest> open(ManagedChannel channel) {
    return DatasetServiceGrpc.newStub(channel).uploadRatings(new Answer(new CompletableFuture<>()));
  }

  static UploadRatingsRequest header(String dataset, String file) {
    return UploadRatingsRequest.newBuilder()
        .setHeader(UploadRatingsHeader.newBuilder().setDataset(dataset).setFileName(file))
        .build();
  }

  static UploadRatingsRequest chunk(ByteString bytes) {
    return UploadRatingsRequest.newBuilder().setChunk(bytes).build();
  }

  private record Answer(CompletableFuture<Operation> future) implements StreamObserver<Operation> {
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

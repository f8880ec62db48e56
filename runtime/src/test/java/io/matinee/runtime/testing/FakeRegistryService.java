package io.matinee.runtime.testing;

import com.google.protobuf.ByteString;
import com.google.protobuf.Duration;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.matinee.proto.model.v1.Evaluation;
import io.matinee.proto.trainer.v1.AttachEvaluationRequest;
import io.matinee.proto.trainer.v1.AttachEvaluationResponse;
import io.matinee.proto.trainer.v1.DownloadBlobRequest;
import io.matinee.proto.trainer.v1.DownloadBlobResponse;
import io.matinee.proto.trainer.v1.GetEvaluationRequest;
import io.matinee.proto.trainer.v1.GetEvaluationResponse;
import io.matinee.proto.trainer.v1.GetModelVersionRequest;
import io.matinee.proto.trainer.v1.GetModelVersionResponse;
import io.matinee.proto.trainer.v1.ListEvaluationsRequest;
import io.matinee.proto.trainer.v1.ListEvaluationsResponse;
import io.matinee.proto.trainer.v1.ModelRegistryServiceGrpc;
import io.matinee.proto.trainer.v1.ReportReaderRequest;
import io.matinee.proto.trainer.v1.ReportReaderResponse;
import io.matinee.proto.trainer.v1.WatchAliasRequest;
import io.matinee.proto.trainer.v1.WatchAliasResponse;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The methods of the registry that readers call. */
final class FakeRegistryService extends ModelRegistryServiceGrpc.ModelRegistryServiceImplBase {
  private static final int CHUNK_BYTES = 1024;
  private static final long LEASE_SECONDS = 60;
  private static final java.time.Duration PATIENCE = java.time.Duration.ofSeconds(60);

  private final FakeRegistryState state;

  FakeRegistryService(FakeRegistryState state) {
    this.state = state;
  }

  @Override
  public void watchAlias(WatchAliasRequest request, StreamObserver<WatchAliasResponse> observer) {
    state.watch(request.getName(), (ServerCallStreamObserver<WatchAliasResponse>) observer);
  }

  @Override
  public void getModelVersion(
      GetModelVersionRequest request, StreamObserver<GetModelVersionResponse> observer) {
    Optional<PublishedVersion> version = state.version(request.getName());
    if (version.isEmpty()) {
      observer.onError(
          MatineeException.of(Reason.MODEL_VERSION_NOT_FOUND, "no version " + request.getName())
              .toStatus());
      return;
    }
    observer.onNext(
        GetModelVersionResponse.newBuilder().setModelVersion(version.get().message()).build());
    observer.onCompleted();
  }

  @Override
  public void reportReader(
      ReportReaderRequest request, StreamObserver<ReportReaderResponse> observer) {
    state.report(request);
    observer.onNext(
        ReportReaderResponse.newBuilder()
            .setLeaseDuration(Duration.newBuilder().setSeconds(LEASE_SECONDS))
            .build());
    observer.onCompleted();
  }

  @Override
  public void attachEvaluation(
      AttachEvaluationRequest request, StreamObserver<AttachEvaluationResponse> observer) {
    observer.onNext(
        AttachEvaluationResponse.newBuilder()
            .setEvaluation(state.attach(request.getEvaluation()))
            .build());
    observer.onCompleted();
  }

  @Override
  public void getEvaluation(
      GetEvaluationRequest request, StreamObserver<GetEvaluationResponse> observer) {
    Optional<Evaluation> evaluation =
        state.evaluations().stream()
            .filter(attached -> attached.getName().equals(request.getName()))
            .findFirst();
    if (evaluation.isEmpty()) {
      observer.onError(
          MatineeException.of(Reason.EVALUATION_NOT_FOUND, "no " + request.getName()).toStatus());
      return;
    }
    observer.onNext(GetEvaluationResponse.newBuilder().setEvaluation(evaluation.get()).build());
    observer.onCompleted();
  }

  /** Pages go on at a position, a number. */
  @Override
  public void listEvaluations(
      ListEvaluationsRequest request, StreamObserver<ListEvaluationsResponse> observer) {
    List<Evaluation> all =
        state.evaluations().stream().filter(evaluation -> fits(evaluation, request)).toList();
    String token = request.getPageToken();
    if (!token.matches("[0-9]*")) {
      observer.onError(
          MatineeException.of(Reason.PAGE_TOKEN_INVALID, "the token is malformed")
              .onField("page_token", "must come from an earlier page")
              .toStatus());
      return;
    }
    int from = token.isEmpty() ? 0 : Integer.parseInt(token);
    int size = request.getPageSize() == 0 ? all.size() : request.getPageSize();
    int end = Math.min(from + size, all.size());
    observer.onNext(
        ListEvaluationsResponse.newBuilder()
            .addAllEvaluations(all.subList(from, end))
            .setNextPageToken(end < all.size() ? Integer.toString(end) : "")
            .build());
    observer.onCompleted();
  }

  private static boolean fits(Evaluation evaluation, ListEvaluationsRequest request) {
    String version = evaluation.getModelVersion();
    String digest = request.getProtocolDigest();
    return (!request.hasModel() || version.startsWith(request.getModel() + "/"))
        && (!request.hasModelVersion() || version.equals(request.getModelVersion()))
        && (digest.isEmpty() || digest.equals(evaluation.getProtocol().getDigest()));
  }

  @Override
  public void downloadBlob(
      DownloadBlobRequest request, StreamObserver<DownloadBlobResponse> observer) {
    Optional<Path> file = state.download(request.getSha256());
    if (file.isEmpty()) {
      observer.onError(
          MatineeException.of(Reason.BLOB_NOT_FOUND, "no blob " + request.getSha256()).toStatus());
      return;
    }
    state.awaitLetGo(request.getSha256(), PATIENCE);
    try {
      send(file.get(), (int) request.getOffset(), observer);
    } catch (IOException failure) {
      observer.onError(Status.INTERNAL.withCause(failure).asRuntimeException());
    }
  }

  private void send(Path file, int offset, StreamObserver<DownloadBlobResponse> observer)
      throws IOException {
    byte[] content = Files.readAllBytes(file);
    int breakAt = state.takeBreak();
    int end = breakAt < content.length - offset ? offset + breakAt : content.length;
    for (int start = offset; start < end; start += CHUNK_BYTES) {
      int length = Math.min(CHUNK_BYTES, end - start);
      observer.onNext(
          DownloadBlobResponse.newBuilder()
              .setChunk(ByteString.copyFrom(content, start, length))
              .setTotalBytes(content.length)
              .build());
    }
    if (end < content.length) {
      observer.onError(Status.UNAVAILABLE.withDescription("broken off").asRuntimeException());
    } else {
      observer.onCompleted();
    }
  }
}

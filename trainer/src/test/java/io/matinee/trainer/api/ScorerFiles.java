package io.matinee.trainer.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.longrunning.Operation;
import com.google.protobuf.ByteString;
import io.grpc.ManagedChannel;
import io.grpc.stub.StreamObserver;
import io.matinee.model.digest.Sha256;
import io.matinee.proto.trainer.v1.ExportModelVersionRequest;
import io.matinee.proto.trainer.v1.ExportModelVersionResponse;
import io.matinee.proto.trainer.v1.ImportModelVersionHeader;
import io.matinee.proto.trainer.v1.ImportModelVersionRequest;
import io.matinee.proto.trainer.v1.ModelRegistryServiceGrpc;
import io.matinee.proto.trainer.v1.ModelRegistryServiceGrpc.ModelRegistryServiceBlockingStub;
import io.matinee.proto.trainer.v1.ScorerFormat;
import io.matinee.proto.trainer.v1.Task;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Takes scorers out of versions, and sends files of them. */
final class ScorerFiles {
  private static final int CHUNK_BYTES = 1_000;

  private ScorerFiles() {}

  static ByteString export(
      ModelRegistryServiceBlockingStub registry, String version, Task scorer, ScorerFormat format) {
    return export(
        registry,
        ExportModelVersionRequest.newBuilder()
            .setName(version)
            .setScorer(scorer)
            .setFormat(format)
            .build());
  }

  static ByteString export(
      ModelRegistryServiceBlockingStub registry, ExportModelVersionRequest request) {
    Iterator<ExportModelVersionResponse> parts = registry.exportModelVersion(request);
    var header = parts.next().getHeader();
    ByteString bytes = ByteString.EMPTY;
    while (parts.hasNext()) {
      bytes = bytes.concat(parts.next().getChunk());
    }
    assertThat((long) bytes.size()).isEqualTo(header.getSizeBytes());
    assertThat(Sha256.of(bytes.toByteArray())).isEqualTo(header.getSha256());
    return bytes;
  }

  /**
   * Sends a file in chunks and waits for the answer.
   *
   * @throws io.grpc.StatusRuntimeException when it is refused
   */
  static Operation send(ManagedChannel channel, ImportModelVersionHeader header, ByteString file) {
    CompletableFuture<Operation> answer = new CompletableFuture<>();
    StreamObserver<ImportModelVersionRequest> upload =
        ModelRegistryServiceGrpc.newStub(channel)
            .withDeadlineAfter(1, TimeUnit.MINUTES)
            .importModelVersion(new Uploads.Answer(answer));
    upload.onNext(ImportModelVersionRequest.newBuilder().setHeader(header).build());
    for (int from = 0; from < file.size(); from += CHUNK_BYTES) {
      upload.onNext(
          ImportModelVersionRequest.newBuilder()
              .setChunk(file.substring(from, Math.min(file.size(), from + CHUNK_BYTES)))
              .build());
    }
    upload.onCompleted();
    return Uploads.join(answer);
  }
}

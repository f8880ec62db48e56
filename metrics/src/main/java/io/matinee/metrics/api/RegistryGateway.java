package io.matinee.metrics.api;

import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.matinee.metrics.evaluation.Evaluation;
import io.matinee.metrics.evaluation.PublishedVersion;
import io.matinee.metrics.evaluation.Registry;
import io.matinee.model.snapshot.BlobRole;
import io.matinee.model.snapshot.Manifest;
import io.matinee.model.snapshot.Snapshot;
import io.matinee.proto.trainer.v1.AttachEvaluationRequest;
import io.matinee.proto.trainer.v1.GetModelVersionRequest;
import io.matinee.proto.trainer.v1.ModelRegistryServiceGrpc;
import io.matinee.proto.trainer.v1.ModelRegistryServiceGrpc.ModelRegistryServiceBlockingStub;
import io.matinee.runtime.error.ErrorStatus;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.following.RegistryConfiguration;
import io.matinee.runtime.following.SnapshotStore;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The trainer's registry, over gRPC; blobs come through the process's cache. Thread-safe. */
@Singleton
public class RegistryGateway implements Registry {
  private final ManagedChannel channel;
  private final RegistryConfiguration configuration;
  private final SnapshotStore snapshots;
  private final ReaderLog log;

  RegistryGateway(
      ManagedChannel channel,
      RegistryConfiguration configuration,
      SnapshotStore snapshots,
      ReaderLog log) {
    this.channel = channel;
    this.configuration = configuration;
    this.snapshots = snapshots;
    this.log = log;
  }

  @Override
  public PublishedVersion find(String name) {
    var request = GetModelVersionRequest.newBuilder().setName(name).build();
    var version = call(stub -> stub.getModelVersion(request)).getModelVersion();
    return new PublishedVersion(name, Manifest.fromJson(version.getManifestJson()));
  }

  @Override
  public Snapshot open(PublishedVersion version) {
    try {
      Snapshot snapshot = snapshots.open(version.name(), EnumSet.allOf(BlobRole.class));
      log.loaded(version.name());
      return snapshot;
    } catch (MatineeException failure) {
      log.failed(version.name(), failure);
      throw failure;
    }
  }

  @Override
  public void attach(Evaluation evaluation) {
    var request =
        AttachEvaluationRequest.newBuilder()
            .setEvaluation(EvaluationMessages.of(evaluation))
            .build();
    call(stub -> stub.attachEvaluation(request));
  }

  private <T> T call(Function<ModelRegistryServiceBlockingStub, T> method) {
    try {
      return method.apply(
          ModelRegistryServiceGrpc.newBlockingStub(channel)
              .withDeadlineAfter(configuration.callDeadline().toNanos(), TimeUnit.NANOSECONDS));
    } catch (StatusRuntimeException failure) {
      throw explain(failure);
    }
  }

  private static MatineeException explain(StatusRuntimeException failure) {
    Status.Code code = failure.getStatus().getCode();
    boolean away = code == Status.Code.UNAVAILABLE || code == Status.Code.DEADLINE_EXCEEDED;
    Reason reason =
        away
            ? Reason.REGISTRY_UNAVAILABLE
            : ErrorStatus.reason(failure).orElse(Reason.REGISTRY_UNAVAILABLE);
    return MatineeException.of(reason, "the registry answered: " + failure.getMessage(), failure);
  }
}

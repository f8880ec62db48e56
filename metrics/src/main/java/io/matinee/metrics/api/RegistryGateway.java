package io.matinee.metrics.api;

import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.matinee.metrics.evaluation.PublishedVersion;
import io.matinee.metrics.evaluation.Registry;
import io.matinee.model.snapshot.BlobRole;
import io.matinee.proto.metrics.v1.ListEvaluationsRequest;
import io.matinee.proto.metrics.v1.ListEvaluationsResponse;
import io.matinee.proto.model.v1.Evaluation;
import io.matinee.proto.model.v1.ModelVersion;
import io.matinee.proto.model.v1.ReaderKind;
import io.matinee.proto.model.v1.ReaderStatus;
import io.matinee.proto.trainer.v1.AttachEvaluationRequest;
import io.matinee.proto.trainer.v1.GetEvaluationRequest;
import io.matinee.proto.trainer.v1.GetModelVersionRequest;
import io.matinee.proto.trainer.v1.ModelRegistryServiceGrpc;
import io.matinee.proto.trainer.v1.ModelRegistryServiceGrpc.ModelRegistryServiceBlockingStub;
import io.matinee.proto.trainer.v1.ReportReaderRequest;
import io.matinee.proto.trainer.v1.VersionInUse;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.error.ToldFailure;
import io.matinee.runtime.following.CachedSnapshot;
import io.matinee.runtime.following.RegistryConfiguration;
import io.matinee.runtime.following.SnapshotStore;
import io.matinee.runtime.time.Times;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The trainer's registry, over gRPC; blobs come through the process's cache. Thread-safe. */
@Singleton
public class RegistryGateway implements Registry {
  private final ManagedChannel channel;
  private final RegistryConfiguration configuration;
  private final SnapshotStore snapshots;

  /** One for each process; evaluations are made one after another. */
  private final String readerId = "metrics-" + UUID.randomUUID();

  RegistryGateway(
      ManagedChannel channel, RegistryConfiguration configuration, SnapshotStore snapshots) {
    this.channel = channel;
    this.configuration = configuration;
    this.snapshots = snapshots;
  }

  @Override
  public PublishedVersion find(String name) {
    var request = GetModelVersionRequest.newBuilder().setName(name).build();
    return call(
        configuration.lookupDeadline(),
        stub -> {
          ModelVersion version = stub.getModelVersion(request).getModelVersion();
          return new PublishedVersion(name, new ManifestDownload(stub).of(version));
        });
  }

  @Override
  public boolean has(String name) {
    var request = GetModelVersionRequest.newBuilder().setName(name).build();
    try {
      var unused = call(configuration.lookupDeadline(), stub -> stub.getModelVersion(request));
      return true;
    } catch (MatineeException failure) {
      if (failure.reason() == Reason.MODEL_VERSION_NOT_FOUND) {
        return false;
      }
      throw failure;
    }
  }

  @Override
  public Hold hold(String name, String work) {
    VersionInUse used = VersionInUse.newBuilder().setModelVersion(name).setNeededBy(work).build();
    ReportReaderRequest reading = report().addVersionsInUse(used).build();
    return new VersionHold(() -> lease(reading), this::reportNothingHeld);
  }

  private Duration lease(ReportReaderRequest report) {
    return Times.duration(
        call(configuration.lookupDeadline(), stub -> stub.reportReader(report)).getLeaseDuration());
  }

  /** Where that does not come to the registry, the lease ends by itself. */
  private void reportNothingHeld() {
    var unused =
        ModelRegistryServiceGrpc.newFutureStub(channel)
            .withDeadlineAfter(configuration.lookupDeadline().toNanos(), TimeUnit.NANOSECONDS)
            .reportReader(report().build());
  }

  private ReportReaderRequest.Builder report() {
    return ReportReaderRequest.newBuilder()
        .setReaderId(readerId)
        .setStatus(ReaderStatus.newBuilder().setKind(ReaderKind.READER_KIND_METRICS));
  }

  @Override
  public CachedSnapshot open(PublishedVersion version) {
    return snapshots.open(version.name(), BlobRole.READ);
  }

  /**
   * Has an evaluation kept; one that is kept already under the same name stays as it is.
   *
   * @return the evaluation as it is kept
   * @throws MatineeException EVALUATION_EXISTS, REGISTRY_UNAVAILABLE
   */
  Evaluation attach(Evaluation evaluation) {
    var request = AttachEvaluationRequest.newBuilder().setEvaluation(evaluation).build();
    return call(configuration.callDeadline(), stub -> stub.attachEvaluation(request))
        .getEvaluation();
  }

  /**
   * Returns an evaluation that the registry keeps.
   *
   * @throws MatineeException EVALUATION_NOT_FOUND, REGISTRY_UNAVAILABLE
   */
  Evaluation evaluation(String name) {
    var request = GetEvaluationRequest.newBuilder().setName(name).build();
    return call(configuration.lookupDeadline(), stub -> stub.getEvaluation(request))
        .getEvaluation();
  }

  /**
   * Returns a page of the evaluations that the registry keeps, with the registry's own token.
   *
   * @throws MatineeException PAGE_TOKEN_INVALID, REGISTRY_UNAVAILABLE
   */
  ListEvaluationsResponse evaluations(ListEvaluationsRequest request) {
    var asked = EvaluationListing.request(request);
    return EvaluationListing.response(
        call(configuration.lookupDeadline(), stub -> stub.listEvaluations(asked)));
  }

  /**
   * Calls the registry. A registry that is away, e.g. because it restarts, is waited for until the
   * deadline, and is asked at once, however long it was away.
   */
  private <T> T call(Duration deadline, Function<ModelRegistryServiceBlockingStub, T> method) {
    channel.resetConnectBackoff();
    try {
      return method.apply(
          ModelRegistryServiceGrpc.newBlockingStub(channel)
              .withWaitForReady()
              .withDeadlineAfter(deadline.toNanos(), TimeUnit.NANOSECONDS));
    } catch (StatusRuntimeException failure) {
      throw explain(failure);
    }
  }

  /** Says what the trainer told, or what became of a call that it did not answer. */
  private MatineeException explain(StatusRuntimeException failure) {
    return ToldFailure.of(failure, told(failure))
        .filter(told -> told.reason() != Reason.DEADLINE_EXCEEDED)
        .orElseGet(() -> unanswered(failure));
  }

  /** A deadline is this gateway's own, wherever it passed. */
  private MatineeException unanswered(StatusRuntimeException failure) {
    return switch (failure.getStatus().getCode()) {
      case UNAVAILABLE, DEADLINE_EXCEEDED ->
          MatineeException.of(
              Reason.REGISTRY_UNAVAILABLE,
              "the trainer at %s:%d (matinee.registry.host, .port) cannot be reached; try again later"
                  .formatted(configuration.host(), configuration.port()));
      case CANCELLED -> MatineeException.of(Reason.CANCELLED, "the call was given up");
      default ->
          MatineeException.of(
              Reason.INTERNAL, "the registry answered without a reason: " + failure.getMessage());
    };
  }

  private static String told(StatusRuntimeException failure) {
    String description = failure.getStatus().getDescription();
    return description == null ? failure.getStatus().getCode().name() : description;
  }
}

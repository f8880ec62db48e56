package io.matinee.metrics.api;

import com.google.longrunning.Operation;
import io.grpc.stub.StreamObserver;
import io.matinee.metrics.operation.EvaluationRuns;
import io.matinee.metrics.protocol.EvaluationProtocol;
import io.matinee.metrics.protocol.EvaluationRequest;
import io.matinee.metrics.protocol.HeldOutPart;
import io.matinee.model.ratings.RatingScale;
import io.matinee.model.snapshot.Manifest;
import io.matinee.proto.metrics.v1.EvaluateModelRequest;
import io.matinee.proto.metrics.v1.EvaluationServiceGrpc.EvaluationServiceImplBase;
import io.matinee.proto.metrics.v1.GetEvaluationRequest;
import io.matinee.proto.metrics.v1.GetEvaluationResponse;
import io.matinee.proto.metrics.v1.ListEvaluationsRequest;
import io.matinee.proto.metrics.v1.ListEvaluationsResponse;
import io.matinee.runtime.digest.RequestDigest;
import io.matinee.runtime.operation.Operations;
import io.matinee.runtime.operation.RequestKey;
import io.matinee.runtime.operation.call.OperationMessages;
import io.quarkus.grpc.GrpcService;
import io.smallrye.common.annotation.RunOnVirtualThread;
import java.util.Optional;

/** Evaluates versions, and finds evaluations again where the registry keeps them. */
@GrpcService
@RunOnVirtualThread
public class EvaluationApi extends EvaluationServiceImplBase {
  private final RegistryGateway registry;
  private final EvaluationRuns runs;
  private final OperationMessages messages;

  EvaluationApi(
      RegistryGateway registry,
      EvaluationRuns runs,
      Operations operations,
      EvaluationContents contents) {
    this.registry = registry;
    this.runs = runs;
    this.messages = new OperationMessages(operations.names(), contents);
  }

  /**
   * Starts an evaluation, once the version is known to exist and the protocol to fit it. What an
   * equal request has begun is told without asking the registry.
   */
  @Override
  public void evaluateModel(EvaluateModelRequest request, StreamObserver<Operation> observer) {
    Optional<RequestKey> key = RequestKey.of(request.getRequestId(), RequestDigest.of(request));
    observer.onNext(
        messages.of(
            runs.begunBy(request.getModelVersion(), key).orElseGet(() -> begin(request, key))));
    observer.onCompleted();
  }

  /** Returns an evaluation. */
  @Override
  public void getEvaluation(
      GetEvaluationRequest request, StreamObserver<GetEvaluationResponse> observer) {
    observer.onNext(
        GetEvaluationResponse.newBuilder()
            .setEvaluation(registry.evaluation(request.getName()))
            .build());
    observer.onCompleted();
  }

  /** Lists evaluations, newest first. */
  @Override
  public void listEvaluations(
      ListEvaluationsRequest request, StreamObserver<ListEvaluationsResponse> observer) {
    observer.onNext(registry.evaluations(request));
    observer.onCompleted();
  }

  private io.matinee.runtime.operation.Operation begin(
      EvaluateModelRequest request, Optional<RequestKey> key) {
    Manifest manifest = registry.find(request.getModelVersion()).manifest();
    EvaluationRequest asked =
        new EvaluationRequest(
            request.getModelVersion(),
            protocol(request, manifest.scale()),
            HeldOutPart.of(manifest));
    return runs.begin(asked, key).operation();
  }

  private static EvaluationProtocol protocol(EvaluateModelRequest request, RatingScale scale) {
    EvaluationProtocol standard = EvaluationProtocol.standard(scale);
    return new EvaluationProtocol(
            request.getCutoffsCount() > 0 ? request.getCutoffsList() : standard.cutoffs(),
            request.getUserActivityBoundsList(),
            request.getMoviePopularityBoundsList(),
            request.hasRelevanceThreshold()
                ? request.getRelevanceThreshold()
                : standard.relevanceThreshold(),
            request.getIncludeSeen(),
            request.hasResampleCount() ? request.getResampleCount() : standard.resamples(),
            request.getSeed())
        .on(scale);
  }
}

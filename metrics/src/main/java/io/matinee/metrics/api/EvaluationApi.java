package io.matinee.metrics.api;

import com.google.longrunning.Operation;
import io.grpc.stub.StreamObserver;
import io.matinee.metrics.evaluation.Evaluation;
import io.matinee.metrics.evaluation.Registry;
import io.matinee.metrics.operation.EvaluationRuns;
import io.matinee.metrics.protocol.EvaluationProtocol;
import io.matinee.metrics.protocol.EvaluationRequest;
import io.matinee.metrics.store.EvaluationStore;
import io.matinee.model.ratings.RatingScale;
import io.matinee.proto.metrics.v1.EvaluateModelRequest;
import io.matinee.proto.metrics.v1.EvaluationServiceGrpc.EvaluationServiceImplBase;
import io.matinee.proto.metrics.v1.GetEvaluationRequest;
import io.matinee.proto.metrics.v1.GetEvaluationResponse;
import io.matinee.proto.metrics.v1.ListEvaluationsRequest;
import io.matinee.proto.metrics.v1.ListEvaluationsResponse;
import io.matinee.runtime.digest.RequestDigest;
import io.matinee.runtime.error.Excerpt;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.operation.Begun;
import io.matinee.runtime.operation.Operations;
import io.matinee.runtime.operation.RequestKey;
import io.matinee.runtime.operation.call.OperationMessages;
import io.matinee.runtime.paging.Page;
import io.quarkus.grpc.GrpcService;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** Evaluates versions, and finds evaluations again. */
@GrpcService
public class EvaluationApi extends EvaluationServiceImplBase {
  private final Registry registry;
  private final EvaluationRuns runs;
  private final OperationMessages messages;
  private final EvaluationStore store;

  EvaluationApi(
      Registry registry,
      EvaluationRuns runs,
      Operations operations,
      EvaluationContents contents,
      EvaluationStore store) {
    this.registry = registry;
    this.runs = runs;
    this.messages = new OperationMessages(operations.names(), contents);
    this.store = store;
  }

  /** Starts an evaluation, once the version is known to exist and the protocol to fit it. */
  @Override
  @RunOnVirtualThread
  public void evaluateModel(EvaluateModelRequest request, StreamObserver<Operation> observer) {
    RatingScale scale = registry.find(request.getModelVersion()).manifest().scale();
    EvaluationProtocol protocol = protocol(request, scale);
    Begun begun =
        runs.begin(
            new EvaluationRequest(request.getModelVersion(), protocol),
            RequestKey.of(request.getRequestId(), RequestDigest.of(request)));
    observer.onNext(messages.of(begun.operation()));
    observer.onCompleted();
  }

  /** Returns an evaluation. */
  @Override
  public void getEvaluation(
      GetEvaluationRequest request, StreamObserver<GetEvaluationResponse> observer) {
    String name = request.getName();
    Evaluation evaluation =
        store
            .find(name.substring(name.lastIndexOf('/') + 1))
            .filter(found -> found.name().equals(name))
            .orElseThrow(() -> notFound(name));
    observer.onNext(
        GetEvaluationResponse.newBuilder()
            .setEvaluation(EvaluationMessages.of(evaluation))
            .build());
    observer.onCompleted();
  }

  /** Lists evaluations, newest first. */
  @Override
  public void listEvaluations(
      ListEvaluationsRequest request, StreamObserver<ListEvaluationsResponse> observer) {
    Page<io.matinee.proto.model.v1.Evaluation> page =
        NewestFirst.page(
            store.list(request.getModelVersion()),
            Evaluation::id,
            EvaluationMessages::of,
            request,
            request.getPageSize(),
            request.getPageToken());
    observer.onNext(
        ListEvaluationsResponse.newBuilder()
            .addAllEvaluations(page.items())
            .setNextPageToken(page.nextToken())
            .build());
    observer.onCompleted();
  }

  private static EvaluationProtocol protocol(EvaluateModelRequest request, RatingScale scale) {
    EvaluationProtocol standard = EvaluationProtocol.standard(scale);
    return new EvaluationProtocol(
            request.hasK() ? request.getK() : standard.k(),
            request.hasRelevanceThreshold()
                ? request.getRelevanceThreshold()
                : standard.relevanceThreshold(),
            request.getIncludeSeen(),
            request.hasResamples() ? request.getResamples() : standard.resamples(),
            request.getSeed())
        .on(scale);
  }

  private static MatineeException notFound(String name) {
    return MatineeException.of(
            Reason.EVALUATION_NOT_FOUND, "there is no evaluation " + Excerpt.of(name))
        .with("evaluation", name);
  }
}

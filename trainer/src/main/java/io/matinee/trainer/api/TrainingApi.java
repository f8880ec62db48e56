package io.matinee.trainer.api;

import com.google.longrunning.Operation;
import io.grpc.stub.StreamObserver;
import io.matinee.proto.trainer.v1.Algorithm;
import io.matinee.proto.trainer.v1.ListAlgorithmsRequest;
import io.matinee.proto.trainer.v1.ListAlgorithmsResponse;
import io.matinee.proto.trainer.v1.TrainModelRequest;
import io.matinee.proto.trainer.v1.TrainingServiceGrpc;
import io.matinee.runtime.operation.call.OperationMessages;
import io.matinee.runtime.paging.Page;
import io.matinee.runtime.paging.PageRoom;
import io.matinee.trainer.algorithm.AlgorithmCatalogue;
import io.matinee.trainer.algorithm.AlgorithmDescription;
import io.matinee.trainer.dataset.split.Splits;
import io.matinee.trainer.dataset.version.Datasets;
import io.matinee.trainer.training.TrainingRuns;
import io.quarkus.grpc.GrpcService;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import java.util.List;

/** matinee.trainer.v1.TrainingService. */
@GrpcService
@RunOnVirtualThread
public class TrainingApi extends TrainingServiceGrpc.TrainingServiceImplBase {
  private final Datasets datasets;
  private final Splits splits;
  private final TrainingRuns runs;
  private final OperationMessages operations;

  @Inject
  TrainingApi(Datasets datasets, Splits splits, TrainingRuns runs, OperationMessages operations) {
    this.datasets = datasets;
    this.splits = splits;
    this.runs = runs;
    this.operations = operations;
  }

  @Override
  public void listAlgorithms(
      ListAlgorithmsRequest request, StreamObserver<ListAlgorithmsResponse> reply) {
    PageRoom room = PageRoom.of(request.getPageSize());
    String after =
        Page.start(request, request.getPageToken()).map(token -> token.text(0)).orElse("");
    List<AlgorithmDescription> behind =
        AlgorithmCatalogue.all().stream()
            .filter(algorithm -> algorithm.id().compareTo(after) > 0)
            .toList();
    Page<Algorithm> page =
        Page.of(behind, room, request, last -> new Object[] {last.id()}, AlgorithmMessages::of);
    reply.onNext(
        ListAlgorithmsResponse.newBuilder()
            .addAllAlgorithms(page.items())
            .setNextPageToken(page.nextToken())
            .build());
    reply.onCompleted();
  }

  @Override
  public void trainModel(TrainModelRequest request, StreamObserver<Operation> reply) {
    var begun =
        runs.begin(
            TrainModelReading.read(request, datasets.versionOf(request.getDataset()), splits::get));
    reply.onNext(operations.of(begun));
    reply.onCompleted();
  }
}

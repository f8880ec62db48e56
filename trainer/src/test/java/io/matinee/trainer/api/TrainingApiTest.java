package io.matinee.trainer.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.longrunning.CancelOperationRequest;
import com.google.longrunning.DeleteOperationRequest;
import com.google.longrunning.GetOperationRequest;
import com.google.longrunning.ListOperationsRequest;
import com.google.longrunning.ListOperationsResponse;
import com.google.longrunning.Operation;
import com.google.longrunning.WaitOperationRequest;
import com.google.protobuf.Duration;
import com.google.protobuf.Value;
import io.matinee.proto.trainer.v1.Algorithm;
import io.matinee.proto.trainer.v1.AlgorithmChoice;
import io.matinee.proto.trainer.v1.Device;
import io.matinee.proto.trainer.v1.GetModelVersionRequest;
import io.matinee.proto.trainer.v1.HashHoldOut;
import io.matinee.proto.trainer.v1.HoldOut;
import io.matinee.proto.trainer.v1.ListAlgorithmsRequest;
import io.matinee.proto.trainer.v1.ListAlgorithmsResponse;
import io.matinee.proto.trainer.v1.TrainModelMetadata;
import io.matinee.proto.trainer.v1.TrainModelRequest;
import io.matinee.proto.trainer.v1.TrainModelResponse;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.store.TrainerHome;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("process")
class TrainingApiTest extends RunningTrainer {
  @Inject TrainerHome home;

  @Test
  void listsTheAlgorithms() {
    List<Algorithm> algorithms =
        training().listAlgorithms(ListAlgorithmsRequest.getDefaultInstance()).getAlgorithmsList();
    assertThat(algorithms)
        .extracting("algorithmId")
        .contains("als", "baseline", "biased-mf", "popular")
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .isSorted();
    assertThat(algorithms).allSatisfy(found -> assertThat(found.getTasksList()).isNotEmpty());
    ListAlgorithmsRequest one = ListAlgorithmsRequest.newBuilder().setPageSize(1).build();
    ListAlgorithmsResponse first = training().listAlgorithms(one);
    assertThat(
            training()
                .listAlgorithms(one.toBuilder().setPageToken(first.getNextPageToken()).build())
                .getAlgorithms(0))
        .isEqualTo(algorithms.get(1));
  }

  @Test
  void trainsPublishesAndCleansUp() throws Exception {
    String model = model();
    TrainModelRequest request =
        plainTraining(model, smallDataset() + "/versions/1")
            .setHoldOut(
                HoldOut.newBuilder()
                    .setHash(HashHoldOut.newBuilder().setShare(.3).setSalt("pepper")))
            .setSeed(7)
            .build();
    Operation ended = ended(training().trainModel(request));
    TrainModelMetadata metadata = ended.getMetadata().unpack(TrainModelMetadata.class);
    assertThat(ended.getError().getMessage()).isEmpty();
    assertThat(metadata.getModel()).isEqualTo(model);
    assertThat(metadata.getStage()).isEqualTo(TrainModelMetadata.Stage.STAGE_ENDED);
    String version = response(ended, TrainModelResponse.class).getModelVersion().getName();
    String manifest =
        registry()
            .getModelVersion(GetModelVersionRequest.newBuilder().setName(version).build())
            .getModelVersion()
            .getBlobs(0)
            .getSha256();
    assertThat(home.blobs().resolve(manifest)).content().contains("pepper");
    String id = ended.getName().substring(ended.getName().lastIndexOf('/') + 1);
    assertThat(home.staging().resolve(id)).doesNotExist();
  }

  @Test
  void beginsARepeatedRequestOnce() throws Exception {
    TrainModelRequest request =
        plainTraining(model(), smallDataset()).setRequestId(UUID.randomUUID().toString()).build();
    Operation first = training().trainModel(request);
    assertThat(training().trainModel(request).getName()).isEqualTo(first.getName());
    ended(first);
  }

  @Test
  void refusesARequestIdThatBeganAnotherRun() throws Exception {
    TrainModelRequest request =
        plainTraining(model(), smallDataset()).setRequestId(UUID.randomUUID().toString()).build();
    Operation first = training().trainModel(request);
    assertRefused(
        Reason.REQUEST_ID_REUSED,
        "request_id",
        () -> training().trainModel(request.toBuilder().setSeed(8).build()));
    Operation elsewhere = training().trainModel(request.toBuilder().setModel(model()).build());
    assertThat(elsewhere.getName()).isNotEqualTo(first.getName());
    ended(first);
    ended(elsewhere);
  }

  @Test
  void filtersAndDeletesOperations() throws Exception {
    Operation run = training().trainModel(endless(smallDataset()));
    String model = run.getMetadata().unpack(TrainModelMetadata.class).getModel();
    assertThat(listed("done = false AND kind = \"train\" AND parent = \"" + model + "\""))
        .containsExactly(run.getName());
    assertThat(listed("kind = import AND parent = \"" + model + "\"")).isEmpty();
    DeleteOperationRequest delete =
        DeleteOperationRequest.newBuilder().setName(run.getName()).build();
    assertRefused(Reason.OPERATION_ACTIVE, () -> operations().deleteOperation(delete));
    cancel(run);
    assertThat(operations().deleteOperation(delete)).isNotNull();
    assertThat(listed("parent = \"" + model + "\"")).isEmpty();
    assertRefused(Reason.OPERATION_NOT_FOUND, () -> get(run.getName()));
    assertRefused(Reason.INVALID_REQUEST, "filter", () -> listed("state = ACTIVE"));
    assertRefused(
        Reason.INVALID_REQUEST,
        "name",
        () ->
            operations()
                .listOperations(ListOperationsRequest.newBuilder().setName("metrics").build()));
  }

  private List<String> listed(String filter) {
    return operations()
        .listOperations(
            ListOperationsRequest.newBuilder()
                .setName("trainer/operations")
                .setFilter(filter)
                .build())
        .getOperationsList()
        .stream()
        .map(Operation::getName)
        .toList();
  }

  @Test
  void refusesChoicesThatCannotBeTrained() throws Exception {
    String dataset = smallDataset();
    TrainModelRequest unknown =
        TrainModelRequest.newBuilder()
            .setModel("models/movies")
            .setDataset(dataset)
            .setRanking(AlgorithmChoice.newBuilder().setAlgorithmId("guess"))
            .build();
    assertRefused(
        Reason.UNKNOWN_ALGORITHM, "ranking.algorithm_id", () -> training().trainModel(unknown));
    TrainModelRequest task =
        unknown.toBuilder()
            .clearRanking()
            .setRating(AlgorithmChoice.newBuilder().setAlgorithmId("popular"))
            .build();
    assertRefused(
        Reason.UNKNOWN_ALGORITHM, "rating.algorithm_id", () -> training().trainModel(task));
    TrainModelRequest onGpu =
        unknown.toBuilder()
            .setRanking(AlgorithmChoice.newBuilder().setAlgorithmId("als"))
            .setDevice(Device.DEVICE_GPU)
            .build();
    assertRefused(Reason.DEVICE_UNAVAILABLE, "device", () -> training().trainModel(onGpu));
    TrainModelRequest parameter =
        unknown.toBuilder()
            .setRanking(
                AlgorithmChoice.newBuilder()
                    .setAlgorithmId("als")
                    .putHyperParameters("colour", number(1)))
            .build();
    assertRefused(
        Reason.HYPER_PARAMETER_INVALID,
        "ranking.hyper_parameters",
        () -> training().trainModel(parameter));
    TrainModelRequest textForANumber =
        unknown.toBuilder()
            .setRanking(
                AlgorithmChoice.newBuilder()
                    .setAlgorithmId("als")
                    .putHyperParameters(
                        "dimensions", Value.newBuilder().setStringValue("16").build()))
            .build();
    assertThat(
            assertRefused(
                Reason.HYPER_PARAMETER_INVALID, () -> training().trainModel(textForANumber)))
        .hasMessageContaining("dimensions is the text \"16\"; give a whole number from 1 to 1024");
    assertRefused(
        Reason.DATASET_EMPTY,
        () -> training().trainModel(plainTraining("models/movies", dataset()).build()));
    assertRefused(
        Reason.DATASET_VERSION_NOT_FOUND,
        () ->
            training().trainModel(plainTraining("models/movies", dataset + "/versions/9").build()));
  }

  @Test
  void boundsTheQueueAndCancelsRunsThatWouldNeverEnd() throws Exception {
    String dataset = smallDataset();
    List<Operation> begun = new ArrayList<>();
    begun.add(training().trainModel(endless(dataset)));
    awaitTraining(begun.getFirst());
    begun.add(training().trainModel(endless(dataset)));
    begun.add(training().trainModel(endless(dataset)));
    assertRefused(Reason.QUEUE_FULL, () -> training().trainModel(endless(dataset)));
    for (Operation operation : begun.reversed()) {
      cancel(operation);
      assertThat(reason(ended(operation))).isEqualTo(Reason.CANCELLED.name());
    }
    publish(model(), dataset);
  }

  @Test
  void endsARunWhoseWorkersAreKilledAndThatOneAlone() throws Exception {
    String dataset = smallDataset();
    Operation operation = training().trainModel(endless(dataset));
    awaitTraining(operation);
    for (int workers = 0; workers < 3; workers++) {
      ProcessHandle worker = worker();
      worker.destroyForcibly();
      worker.onExit().join();
    }
    Operation ended = ended(operation);
    assertThat(reason(ended)).isEqualTo(Reason.RUN_FAILED.name());
    assertThat(ended.getError().getMessage()).contains("was killed");
    publish(model(), dataset);
  }

  /** Returns the worker at work, once there is one. */
  private static ProcessHandle worker() {
    Optional<ProcessHandle> found = Optional.empty();
    while (found.isEmpty()) {
      Thread.onSpinWait();
      found = ProcessHandle.current().children().filter(TrainingApiTest::isWorker).findFirst();
    }
    return found.get();
  }

  /** Whether a process is a JVM: for a moment each is the program by which a JVM starts others. */
  private static boolean isWorker(ProcessHandle process) {
    return process.isAlive()
        && process.info().command().filter(program -> program.endsWith("/java")).isPresent();
  }

  @Test
  void listsAndWaitsForOperations() throws Exception {
    Operation operation = training().trainModel(endless(smallDataset()));
    Operation waited =
        operations()
            .waitOperation(
                WaitOperationRequest.newBuilder()
                    .setName(operation.getName())
                    .setTimeout(Duration.newBuilder().setNanos(50_000_000))
                    .build());
    assertThat(waited.getDone()).isFalse();
    Operation waitedForTooLong =
        operations()
            .withDeadlineAfter(2, TimeUnit.SECONDS)
            .waitOperation(
                WaitOperationRequest.newBuilder()
                    .setName(operation.getName())
                    .setTimeout(Duration.newBuilder().setSeconds(3_600))
                    .build());
    assertThat(waitedForTooLong.getDone()).isFalse();
    ListOperationsRequest one = ListOperationsRequest.newBuilder().setPageSize(1).build();
    ListOperationsResponse newest = operations().listOperations(one);
    assertThat(newest.getOperations(0).getName()).isEqualTo(operation.getName());
    assertThat(
            operations()
                .listOperations(one.toBuilder().setPageToken(newest.getNextPageToken()).build())
                .getOperations(0)
                .getName())
        .startsWith("trainer/operations/import-");
    cancel(operation);
    assertThat(get(operation.getName()).getDone()).isTrue();
    cancel(operation);
    assertRefused(Reason.OPERATION_NOT_FOUND, () -> get("trainer/operations/train-unknown"));
    assertRefused(Reason.INVALID_REQUEST, "name", () -> get("train-unknown"));
  }

  /** A run that lasts until it is stopped: the most iterations that als takes. */
  private static TrainModelRequest endless(String dataset) {
    return TrainModelRequest.newBuilder()
        .setModel(model())
        .setDataset(dataset)
        .setRanking(
            AlgorithmChoice.newBuilder()
                .setAlgorithmId("als")
                .putHyperParameters("iterations", number(1_000))
                .putHyperParameters("dimensions", number(500)))
        .build();
  }

  private void awaitTraining(Operation operation) throws Exception {
    TrainModelMetadata metadata;
    do {
      operations()
          .waitOperation(
              WaitOperationRequest.newBuilder()
                  .setName(operation.getName())
                  .setTimeout(Duration.newBuilder().setNanos(20_000_000))
                  .build());
      Operation now = get(operation.getName());
      assertThat(now.getDone()).as(now.toString()).isFalse();
      metadata = now.getMetadata().unpack(TrainModelMetadata.class);
    } while (metadata.getStage() != TrainModelMetadata.Stage.STAGE_TRAINING);
  }

  private static Value number(double number) {
    return Value.newBuilder().setNumberValue(number).build();
  }

  private Operation get(String name) {
    return operations().getOperation(GetOperationRequest.newBuilder().setName(name).build());
  }

  private void cancel(Operation operation) {
    operations()
        .cancelOperation(CancelOperationRequest.newBuilder().setName(operation.getName()).build());
  }
}

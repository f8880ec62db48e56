package io.matinee.trainer.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.longrunning.Operation;
import com.google.longrunning.OperationsGrpc;
import com.google.longrunning.WaitOperationRequest;
import com.google.protobuf.Duration;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.ErrorInfo;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.matinee.proto.trainer.v1.AlgorithmChoice;
import io.matinee.proto.trainer.v1.CreateDatasetRequest;
import io.matinee.proto.trainer.v1.DatasetServiceGrpc;
import io.matinee.proto.trainer.v1.ImportOptions;
import io.matinee.proto.trainer.v1.ImportRatingsRequest;
import io.matinee.proto.trainer.v1.ImportRatingsResponse;
import io.matinee.proto.trainer.v1.ModelRegistryServiceGrpc;
import io.matinee.proto.trainer.v1.RatingsServiceGrpc;
import io.matinee.proto.trainer.v1.SplitServiceGrpc;
import io.matinee.proto.trainer.v1.TrainModelRequest;
import io.matinee.proto.trainer.v1.TrainModelResponse;
import io.matinee.proto.trainer.v1.TrainingServiceGrpc;
import io.matinee.runtime.error.ErrorStatus;
import io.matinee.runtime.error.Reason;
import io.quarkus.grpc.runtime.GrpcServer;
import io.quarkus.test.common.WithTestResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A trainer that answers on a socket, with a caller's stubs. */
@WithTestResource(TrainerHomeResource.class)
abstract class RunningTrainer {
  private static final long DEADLINE_SECONDS = 60;

  @TempDir Path folder;
  @Inject GrpcServer server;

  @SuppressWarnings("NullAway.Init") // Set before each test.
  ManagedChannel channel;

  @BeforeEach
  void connect() {
    channel = NettyChannelBuilder.forAddress("127.0.0.1", server.getPort()).usePlaintext().build();
  }

  @AfterEach
  void disconnect() {
    channel.shutdownNow();
  }

  DatasetServiceGrpc.DatasetServiceBlockingStub datasets() {
    return DatasetServiceGrpc.newBlockingStub(channel)
        .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS);
  }

  RatingsServiceGrpc.RatingsServiceBlockingStub ratings() {
    return RatingsServiceGrpc.newBlockingStub(channel)
        .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS);
  }

  TrainingServiceGrpc.TrainingServiceBlockingStub training() {
    return TrainingServiceGrpc.newBlockingStub(channel)
        .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS);
  }

  SplitServiceGrpc.SplitServiceBlockingStub splits() {
    return SplitServiceGrpc.newBlockingStub(channel)
        .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS);
  }

  ModelRegistryServiceGrpc.ModelRegistryServiceBlockingStub registry() {
    return ModelRegistryServiceGrpc.newBlockingStub(channel)
        .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS);
  }

  OperationsGrpc.OperationsBlockingStub operations() {
    return OperationsGrpc.newBlockingStub(channel)
        .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS);
  }

  /** Creates a data set; returns its name. */
  String dataset() {
    String id = "d" + UUID.randomUUID();
    return datasets()
        .createDataset(CreateDatasetRequest.newBuilder().setDatasetId(id).build())
        .getDataset()
        .getName();
  }

  /** Creates a data set with a version of a few ratings; returns its name. */
  String smallDataset() throws IOException {
    String dataset = dataset();
    importSmall(dataset, ImportOptions.getDefaultInstance());
    return dataset;
  }

  /** Gives a data set a version of a few ratings of 1 to 5. */
  void importSmall(String dataset, ImportOptions options) throws IOException {
    StringBuilder rows = new StringBuilder("userId,movieId,rating,timestamp\n");
    for (int user = 1; user <= 20; user++) {
      for (int movie = 1 + user % 3; movie <= 15; movie += 1 + user % 2) {
        rows.append("%d,%d,%d,%d\n".formatted(user, movie, 1 + (user * movie) % 5, 1000 + movie));
      }
    }
    importText(dataset, rows.toString(), options);
  }

  /** Imports a file as the newest version of a data set; returns the version's name. */
  String importText(String dataset, String text, ImportOptions options) throws IOException {
    Path file = Files.writeString(folder.resolve("ratings.csv"), text);
    Operation ended =
        ended(
            datasets()
                .importRatings(
                    ImportRatingsRequest.newBuilder()
                        .setDataset(dataset)
                        .setUri(file.toUri().toString())
                        .setOptions(options)
                        .build()));
    assertThat(ended.getError().getMessage()).isEmpty();
    return response(ended, ImportRatingsResponse.class).getDatasetVersion().getName();
  }

  /** A request to train "popular" and "baseline", which need no native library. */
  static TrainModelRequest.Builder plainTraining(String model, String dataset) {
    return TrainModelRequest.newBuilder()
        .setModel(model)
        .setDataset(dataset)
        .setRanking(AlgorithmChoice.newBuilder().setAlgorithmId("popular"))
        .setRating(AlgorithmChoice.newBuilder().setAlgorithmId("baseline"));
  }

  /** Trains and publishes a version; returns its name. */
  String publish(String model, String dataset) throws IOException {
    Operation ended = ended(training().trainModel(plainTraining(model, dataset).build()));
    assertThat(ended.getError().getMessage()).isEmpty();
    return response(ended, TrainModelResponse.class).getModelVersion().getName();
  }

  /** Waits for an operation's end. */
  Operation ended(Operation operation) {
    Operation ended =
        operations()
            .waitOperation(
                WaitOperationRequest.newBuilder()
                    .setName(operation.getName())
                    .setTimeout(Duration.newBuilder().setSeconds(DEADLINE_SECONDS - 5))
                    .build());
    assertThat(ended.getDone()).isTrue();
    return ended;
  }

  static <M extends Message> M response(Operation operation, Class<M> type)
      throws InvalidProtocolBufferException {
    return operation.getResponse().unpack(type);
  }

  /** The reason that an operation failed for. */
  static String reason(Operation operation) throws InvalidProtocolBufferException {
    return operation.getError().getDetails(0).unpack(ErrorInfo.class).getReason();
  }

  /** A model that no other test uses. */
  static String model() {
    return "models/m" + UUID.randomUUID();
  }

  /** Asserts that a call fails for a reason; returns the failure. */
  static StatusRuntimeException assertRefused(Reason reason, Runnable call) {
    StatusRuntimeException failure = catchThrowableOfType(StatusRuntimeException.class, call::run);
    assertThat(failure).as("the call should fail with %s", reason).isNotNull();
    assertThat(ErrorStatus.reason(failure)).as(failure.toString()).contains(reason);
    assertThat(failure.getStatus().getCode()).isEqualTo(reason.code());
    return failure;
  }

  /** Asserts that a call fails for a reason, and that a field is to blame. */
  static void assertRefused(Reason reason, String field, Runnable call) {
    StatusRuntimeException failure = assertRefused(reason, call);
    assertThat(ErrorStatus.badRequest(failure)).isPresent();
    assertThat(ErrorStatus.badRequest(failure).get().getFieldViolations(0).getField())
        .isEqualTo(field);
  }
}

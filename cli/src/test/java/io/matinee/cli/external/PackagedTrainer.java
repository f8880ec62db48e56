package io.matinee.cli.external;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.longrunning.CancelOperationRequest;
import com.google.longrunning.Operation;
import com.google.longrunning.OperationsGrpc.OperationsBlockingStub;
import com.google.longrunning.WaitOperationRequest;
import com.google.protobuf.Duration;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Value;
import com.google.rpc.ErrorInfo;
import io.grpc.ManagedChannel;
import io.matinee.cli.connection.Clients;
import io.matinee.cli.connection.Connection;
import io.matinee.cli.connection.ConnectionSettings;
import io.matinee.cli.connection.Service;
import io.matinee.cli.operation.Importing;
import io.matinee.cli.suite.Ports;
import io.matinee.cli.suite.SuiteHome;
import io.matinee.cli.testing.SilentConsole;
import io.matinee.proto.model.v1.ModelVersion;
import io.matinee.proto.trainer.v1.AlgorithmChoice;
import io.matinee.proto.trainer.v1.ImportRatingsRequest;
import io.matinee.proto.trainer.v1.ListModelVersionsRequest;
import io.matinee.proto.trainer.v1.TrainModelMetadata;
import io.matinee.proto.trainer.v1.TrainModelRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** Calls of a packaged trainer, as its callers make them. */
final class PackagedTrainer implements AutoCloseable {
  static final String MODEL = "models/movies";
  static final String DATASET = "datasets/small";

  private static final int PATIENCE_SECONDS = 60;
  private static final int GLANCE_NANOSECONDS = 20_000_000;

  private final SuiteHome home;
  private final Connection connection;
  private final Clients clients;

  PackagedTrainer(SuiteHome home, Ports ports) {
    this.home = home;
    this.connection =
        new Connection(
            ConnectionSettings.plain(ports.endpoints()),
            java.time.Duration.ofSeconds(PATIENCE_SECONDS + 5));
    this.clients = new Clients(connection);
  }

  Clients clients() {
    return clients;
  }

  ManagedChannel channel() {
    return connection.channel(Service.TRAINER);
  }

  OperationsBlockingStub operations() {
    return clients.operations(Service.TRAINER).withWaitForReady();
  }

  /** Begins to import a file, into a data set that is made if need be. */
  Operation begin(String dataset, Path file) {
    new Importing(clients, SilentConsole.open()).ensure(dataset);
    return clients
        .datasets()
        .importRatings(
            ImportRatingsRequest.newBuilder()
                .setDataset(dataset)
                .setUri(file.toUri().toString())
                .build());
  }

  /** Imports a few ratings. */
  void importSmallDataset() throws IOException {
    Path file = RatingsFile.write(home.data().resolve("small.csv"), 20, 15, 1);
    assertThat(ended(begin(DATASET, file)).getError().getMessage()).isEmpty();
  }

  /** A run that lasts until it is stopped: the most iterations that als takes. */
  Operation beginEndlessRun() {
    return clients
        .training()
        .trainModel(
            TrainModelRequest.newBuilder()
                .setModel(MODEL)
                .setDataset(DATASET)
                .setRanking(
                    AlgorithmChoice.newBuilder()
                        .setAlgorithmId("als")
                        .putHyperParameters(
                            "iterations", Value.newBuilder().setNumberValue(1000).build())
                        .putHyperParameters(
                            "dimensions", Value.newBuilder().setNumberValue(500).build()))
                .build());
  }

  /** A run of a second. */
  Operation beginShortRun() {
    return clients
        .training()
        .trainModel(
            TrainModelRequest.newBuilder()
                .setModel(MODEL)
                .setDataset(DATASET)
                .setRanking(AlgorithmChoice.newBuilder().setAlgorithmId("popular"))
                .setRating(AlgorithmChoice.newBuilder().setAlgorithmId("baseline"))
                .build());
  }

  /** Waits until a run's worker trains. */
  void awaitTraining(Operation run) throws InvalidProtocolBufferException {
    awaitNews(
        run,
        TrainModelMetadata.class,
        news -> news.getStage() == TrainModelMetadata.Stage.STAGE_TRAINING);
  }

  /** Waits until the news of an operation under way are as expected. */
  <M extends Message> void awaitNews(Operation operation, Class<M> type, Predicate<M> expected)
      throws InvalidProtocolBufferException {
    Operation now;
    do {
      now = waitFor(operation, Duration.newBuilder().setNanos(GLANCE_NANOSECONDS).build());
      assertThat(now.getDone()).as(now.toString()).isFalse();
    } while (!expected.test(now.getMetadata().unpack(type)));
  }

  /** Waits for an operation's end. */
  Operation ended(Operation operation) {
    Operation ended =
        waitFor(operation, Duration.newBuilder().setSeconds(PATIENCE_SECONDS).build());
    assertThat(ended.getDone()).as(ended.toString()).isTrue();
    return ended;
  }

  void cancel(Operation operation) {
    operations()
        .cancelOperation(CancelOperationRequest.newBuilder().setName(operation.getName()).build());
  }

  List<ModelVersion> versions() {
    return clients
        .registry()
        .listModelVersions(ListModelVersionsRequest.newBuilder().setModel(MODEL).build())
        .getModelVersionsList();
  }

  /** Waits until nothing lies in the staging folder. */
  void awaitEmptyStaging() throws IOException, InterruptedException {
    FolderWatch.awaitEmpty(staging());
  }

  /** Where runs and imports lay down what is not published yet. */
  Path staging() throws IOException {
    return Files.createDirectories(home.state(Service.TRAINER).resolve("staging"));
  }

  /** The reason that an operation failed for. */
  static String reason(Operation operation) throws InvalidProtocolBufferException {
    return operation.getError().getDetails(0).unpack(ErrorInfo.class).getReason();
  }

  @Override
  public void close() {
    connection.close();
  }

  private Operation waitFor(Operation operation, Duration atMost) {
    return operations()
        .waitOperation(
            WaitOperationRequest.newBuilder()
                .setName(operation.getName())
                .setTimeout(atMost)
                .build());
  }
}

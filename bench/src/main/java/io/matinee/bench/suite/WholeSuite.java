package io.matinee.bench.suite;

import com.google.longrunning.Operation;
import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.matinee.cli.connection.Service;
import io.matinee.cli.suite.Ports;
import io.matinee.cli.suite.SuiteHome;
import io.matinee.proto.metrics.v1.EvaluateModelRequest;
import io.matinee.proto.metrics.v1.EvaluationServiceGrpc;
import io.matinee.proto.trainer.v1.CreateDatasetRequest;
import io.matinee.proto.trainer.v1.DatasetServiceGrpc;
import io.matinee.proto.trainer.v1.ImportRatingsRequest;
import io.matinee.proto.trainer.v1.ModelRegistryServiceGrpc;
import io.matinee.proto.trainer.v1.SetAliasRequest;
import io.matinee.proto.trainer.v1.TrainModelRequest;
import io.matinee.proto.trainer.v1.TrainModelResponse;
import io.matinee.proto.trainer.v1.TrainingServiceGrpc;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * The trainer and, one after the other, the services that read from it, on an empty home.
 *
 * @param root the repository, whose modules are built
 * @param home the state's folder
 * @param ports where they listen
 */
public record WholeSuite(Path root, SuiteHome home, Ports ports) {
  private static final String DATASET = "generated";
  private static final String MODEL = "models/movies";
  private static final long SEED = 7;

  /** Starts a service, and waits until it is ready. */
  public LoneService start(Service service) throws IOException, InterruptedException {
    return LoneService.start(root, home, ports, service, "");
  }

  /** Imports a folder into the suite's one data set, which is made. */
  public AwaitedOperation importFolder(Path folder) throws IOException {
    return run(
        Service.TRAINER,
        channel -> {
          DatasetServiceGrpc.DatasetServiceBlockingStub datasets =
              DatasetServiceGrpc.newBlockingStub(channel);
          datasets.createDataset(CreateDatasetRequest.newBuilder().setDatasetId(DATASET).build());
          return datasets.importRatings(
              ImportRatingsRequest.newBuilder()
                  .setDataset("datasets/" + DATASET)
                  .setUri(folder.toUri().toString())
                  .build());
        },
        () -> {});
  }

  /** Trains a version with the algorithms and settings of a call that names none. */
  public AwaitedOperation train(Runnable look) throws IOException {
    TrainModelRequest request =
        TrainModelRequest.newBuilder()
            .setModel(MODEL)
            .setDataset("datasets/" + DATASET)
            .setSeed(SEED)
            .build();
    return run(
        Service.TRAINER,
        channel -> TrainingServiceGrpc.newBlockingStub(channel).trainModel(request),
        look);
  }

  /** Points the alias that readers follow at what a training made; returns its name. */
  public String promote(AwaitedOperation training) throws IOException {
    String version = training.response(TrainModelResponse.class).getModelVersion().getName();
    ManagedChannel channel = channel(Service.TRAINER);
    try {
      ModelRegistryServiceGrpc.newBlockingStub(channel)
          .setAlias(
              SetAliasRequest.newBuilder()
                  .setName(MODEL + "/aliases/production")
                  .setModelVersion(version)
                  .build());
      return version;
    } finally {
      channel.shutdownNow();
    }
  }

  /** Evaluates a version by the standard protocol. */
  public AwaitedOperation evaluate(String version) throws IOException {
    EvaluateModelRequest request =
        EvaluateModelRequest.newBuilder().setModelVersion(version).build();
    return run(
        Service.METRICS,
        channel -> EvaluationServiceGrpc.newBlockingStub(channel).evaluateModel(request),
        () -> {});
  }

  private AwaitedOperation run(Service service, Function<Channel, Operation> call, Runnable look)
      throws IOException {
    ManagedChannel channel = channel(service);
    try {
      return AwaitedOperation.of(channel, () -> call.apply(channel), look);
    } finally {
      channel.shutdownNow();
    }
  }

  private ManagedChannel channel(Service service) {
    return NettyChannelBuilder.forAddress("127.0.0.1", ports.grpc(service)).usePlaintext().build();
  }
}

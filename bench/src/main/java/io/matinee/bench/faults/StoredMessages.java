package io.matinee.bench.faults;

import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.matinee.bench.Figure;
import io.matinee.cli.connection.Service;
import io.matinee.model.durable.Folders;
import io.matinee.proto.model.v1.Contestant;
import io.matinee.proto.model.v1.Evaluation;
import io.matinee.proto.model.v1.FollowedAlias;
import io.matinee.proto.model.v1.ReaderStatus;
import io.matinee.proto.trainer.v1.AttachEvaluationRequest;
import io.matinee.proto.trainer.v1.GetModelVersionRequest;
import io.matinee.proto.trainer.v1.ModelRegistryServiceGrpc;
import io.matinee.proto.trainer.v1.ModelRegistryServiceGrpc.ModelRegistryServiceBlockingStub;
import io.matinee.proto.trainer.v1.ReportReaderRequest;
import io.matinee.proto.trainer.v1.WatchAliasRequest;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Messages that the trainer keeps or hands on, each as large as gRPC lets through by default: do
 * standard clients still read what holds them, and can a new reader join?
 *
 * @param tested the suite
 */
record StoredMessages(TestedSuite tested) {
  private static final String LARGE = "x".repeat(3_900_000);
  private static final int REPORTS = 40;
  private static final int EVALUATIONS = 17;
  private static final int JOIN_LIMIT_SECONDS = 60;
  private static final int PATIENCE_SECONDS = 10;

  /** Sends them, then reads as others do. */
  List<Figure> run() throws IOException, InterruptedException {
    ManagedChannel channel =
        NettyChannelBuilder.forAddress("127.0.0.1", tested.suite().ports().grpc(Service.TRAINER))
            .usePlaintext()
            .build();
    try {
      ModelRegistryServiceBlockingStub registry = ModelRegistryServiceGrpc.newBlockingStub(channel);
      send(registry);
      return List.of(
          Figure.atMost(
              "versions and watches unreadable after " + EVALUATIONS + " large evaluations",
              unreadable(registry),
              "calls",
              0),
          Figure.atLeast("a new reader can join", joins() ? 1 : 0, "1 = yes", 1));
    } finally {
      channel.shutdownNow();
    }
  }

  private void send(ModelRegistryServiceBlockingStub registry) {
    for (int i = 0; i < EVALUATIONS; i++) {
      AttachEvaluationRequest evaluation =
          AttachEvaluationRequest.newBuilder()
              .setEvaluation(
                  Evaluation.newBuilder()
                      .setName("evaluations/large-" + i)
                      .setModelVersion(tested.version())
                      .addContestants(Contestant.newBuilder().setAlgorithmId(LARGE)))
              .build();
      refusable(() -> patient(registry).attachEvaluation(evaluation));
    }
    for (int i = 0; i < REPORTS; i++) {
      ReportReaderRequest report =
          ReportReaderRequest.newBuilder()
              .setReaderId("large-" + i)
              .setStatus(
                  ReaderStatus.newBuilder().addAliases(FollowedAlias.newBuilder().setAlias(LARGE)))
              .build();
      refusable(() -> patient(registry).reportReader(report));
    }
  }

  private int unreadable(ModelRegistryServiceBlockingStub registry) {
    int unreadable = 0;
    if (!refusable(
        () ->
            patient(registry)
                .getModelVersion(
                    GetModelVersionRequest.newBuilder().setName(tested.version()).build()))) {
      unreadable++;
    }
    if (!refusable(
        () ->
            patient(registry)
                .watchAlias(WatchAliasRequest.newBuilder().setName(SmallModel.PRODUCTION).build())
                .next())) {
      unreadable++;
    }
    return unreadable;
  }

  /** A reader without a cache has all to ask for. */
  private boolean joins() throws IOException, InterruptedException {
    tested.suite().kill(Service.SERVING);
    Folders.delete(tested.suite().home().state(Service.SERVING));
    tested.checkup().heal(List.of(Service.SERVING));
    return tested.model().served(tested.version(), JOIN_LIMIT_SECONDS);
  }

  private static ModelRegistryServiceBlockingStub patient(
      ModelRegistryServiceBlockingStub registry) {
    return registry.withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** Makes a call that may be refused; returns whether it was not. */
  private static boolean refusable(Runnable call) {
    try {
      call.run();
      return true;
    } catch (StatusRuntimeException refused) {
      return false;
    }
  }
}

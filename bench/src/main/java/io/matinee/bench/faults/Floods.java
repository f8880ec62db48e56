package io.matinee.bench.faults;

import com.google.protobuf.Message;
import io.grpc.MethodDescriptor;
import io.matinee.bench.Figure;
import io.matinee.bench.MachineSpeed;
import io.matinee.bench.RunOptions;
import io.matinee.bench.faults.call.Frame;
import io.matinee.bench.faults.call.GzipBomb;
import io.matinee.cli.connection.Service;
import io.matinee.proto.model.v1.Blob;
import io.matinee.proto.serving.v1.CatalogueServiceGrpc;
import io.matinee.proto.serving.v1.GetMovieRequest;
import io.matinee.proto.serving.v1.PredictRatingsRequest;
import io.matinee.proto.serving.v1.RecommendRequest;
import io.matinee.proto.serving.v1.RecommendationServiceGrpc;
import io.matinee.proto.trainer.v1.DownloadBlobRequest;
import io.matinee.proto.trainer.v1.GetAliasRequest;
import io.matinee.proto.trainer.v1.GetModelVersionRequest;
import io.matinee.proto.trainer.v1.ModelRegistryServiceGrpc;
import io.matinee.proto.trainer.v1.RatingsServiceGrpc;
import io.matinee.proto.trainer.v1.RecordRatingsRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Clients that ask for more than a service can hold, beside one that asks for little. How long that
 * one waits is told from the beginning of each flood, and judged where a flood stays: beside
 * replies that nobody reads.
 */
final class Floods {
  private static final double OTHERS_GOAL_MILLISECONDS = 100;
  private static final double SECONDS = 4;
  private static final String TIMEOUT = "60S";
  private static final int STREAMS = 100;
  private static final int SILENT_RECOMMENDS = 3_000;
  private static final int SILENT_DOWNLOADS = 1_600;
  private static final int BOMBS = 160;
  private static final int BOMB_CONNECTIONS = 8;
  private static final int CONNECTIONS = 400;
  private static final int MOST_MOVIES = 1_000;

  private final TestedSuite tested;
  private final Report report;
  private final MachineSpeed speed;
  private final RunOptions options;
  private final List<Figure> figures = new ArrayList<>();
  private int lost;

  /**
   * Prepares floods.
   *
   * @param speed of this machine, which the goal is scaled by
   * @param options how many calls
   */
  Floods(TestedSuite tested, Report report, MachineSpeed speed, RunOptions options) {
    this.tested = tested;
    this.report = report;
    this.speed = speed;
    this.options = options;
  }

  /** Floods the services in turn. */
  List<Figure> run() throws IOException, InterruptedException {
    bombs(
        Service.SERVING,
        RecommendationServiceGrpc.getPredictRatingsMethod(),
        GzipBomb.of(PredictRatingsRequest.getDescriptor(), 1_900_000));
    bombs(
        Service.TRAINER,
        RatingsServiceGrpc.getRecordRatingsMethod(),
        GzipBomb.of(RecordRatingsRequest.getDescriptor(), 2_000_000));
    silence(
        Service.SERVING,
        RecommendationServiceGrpc.getRecommendMethod(),
        RecommendRequest.newBuilder().setUserId("1").setPageSize(MOST_MOVIES).build(),
        SILENT_RECOMMENDS);
    silence(
        Service.TRAINER,
        ModelRegistryServiceGrpc.getDownloadBlobMethod(),
        DownloadBlobRequest.newBuilder().setSha256(largestBlob()).build(),
        SILENT_DOWNLOADS);
    crowd();
    figures.add(Figure.atMost("services lost to floods", lost, "services", 0));
    return figures;
  }

  private void bombs(Service service, MethodDescriptor<?, ?> method, byte[] bomb)
      throws IOException, InterruptedException {
    String name = options.times(BOMBS) + " bombs at " + method.getBareMethodName();
    Map<String, String> headers = Frame.headers("/" + method.getFullMethodName(), TIMEOUT);
    headers.put("grpc-encoding", "gzip");
    try (Bystander others = others(service);
        RawClients clients =
            RawClients.open(tested.loops(), port(service), BOMB_CONNECTIONS, true)) {
      clients.call(headers, Frame.of(true, bomb), options.times(BOMBS) / BOMB_CONNECTIONS);
      meanwhile(name, others);
      figures.add(Figure.atMost("INTERNAL of " + name, clients.bugs(), "calls", 0));
    }
    look(name);
  }

  private void silence(Service service, MethodDescriptor<?, ?> method, Message request, int calls)
      throws IOException, InterruptedException {
    String name = options.times(calls) + " unread " + method.getBareMethodName();
    Map<String, String> headers = Frame.headers("/" + method.getFullMethodName(), TIMEOUT);
    try (Bystander others = others(service);
        RawClients silent =
            RawClients.open(tested.loops(), port(service), options.times(calls) / STREAMS, false)) {
      silent.call(headers, Frame.of(false, request.toByteArray()), STREAMS);
      meanwhile(name, others);
      figures.add(
          speed.atMost(
              "others' p99 beside " + name, others.p99(SECONDS), "ms", OTHERS_GOAL_MILLISECONDS));
    }
    look(name);
  }

  /** Connections that ask for nothing much, more than anybody needs. */
  private void crowd() throws IOException, InterruptedException {
    String name = options.times(CONNECTIONS) + " connections";
    byte[] request = RecommendRequest.newBuilder().setUserId("1").build().toByteArray();
    try (Bystander others = others(Service.SERVING);
        RawClients crowd =
            RawClients.open(
                tested.loops(), port(Service.SERVING), options.times(CONNECTIONS), true)) {
      crowd.call(
          Frame.headers(
              "/" + RecommendationServiceGrpc.getRecommendMethod().getFullMethodName(), TIMEOUT),
          Frame.of(false, request),
          2);
      meanwhile(name, others);
      figures.add(Figure.atMost("INTERNAL of " + name, crowd.bugs(), "calls", 0));
    }
    look(name);
  }

  private Bystander others(Service service) {
    return service == Service.TRAINER
        ? new Bystander(
            port(service),
            ModelRegistryServiceGrpc.getGetAliasMethod(),
            GetAliasRequest.newBuilder().setName(SmallModel.PRODUCTION).build(),
            report)
        : new Bystander(
            port(service),
            CatalogueServiceGrpc.getGetMovieMethod(),
            GetMovieRequest.newBuilder().setMovieId("1").build(),
            report);
  }

  /** Tells how long others wait from when a flood has begun: much of that is its own work. */
  private void meanwhile(String name, Bystander others) throws InterruptedException {
    figures.add(Figure.reported("others' p99 as " + name + " come", others.p99(SECONDS), "ms"));
  }

  private void look(String name) throws IOException, InterruptedException {
    lost += tested.checkup().healLost(report, "to " + name);
  }

  private String largestBlob() {
    return tested
        .clients()
        .registry()
        .getModelVersion(GetModelVersionRequest.newBuilder().setName(tested.version()).build())
        .getModelVersion()
        .getBlobsList()
        .stream()
        .max(Comparator.comparingLong(Blob::getSizeBytes))
        .orElseThrow()
        .getSha256();
  }

  private int port(Service service) {
    return tested.suite().ports().grpc(service);
  }
}

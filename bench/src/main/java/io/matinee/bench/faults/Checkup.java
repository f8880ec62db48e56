package io.matinee.bench.faults;

import com.google.longrunning.ListOperationsRequest;
import grpc.health.v1.HealthGrpc;
import grpc.health.v1.HealthOuterClass.HealthCheckRequest;
import io.grpc.StatusRuntimeException;
import io.matinee.bench.faults.call.Vocabulary;
import io.matinee.bench.suite.RestartableSuite;
import io.matinee.cli.connection.Clients;
import io.matinee.cli.connection.Service;
import io.matinee.cli.suite.LivenessProbe;
import io.matinee.proto.model.v1.ReaderStatus;
import io.matinee.proto.serving.v1.GetMovieRequest;
import io.matinee.proto.serving.v1.RecommendRequest;
import io.matinee.proto.similarity.v1.FindSimilarMoviesRequest;
import io.matinee.proto.similarity.v1.MovieQuery;
import io.matinee.proto.trainer.v1.GetAliasRequest;
import io.matinee.proto.trainer.v1.GetDatasetRequest;
import io.matinee.proto.trainer.v1.ListAlgorithmsRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Whether each service is what it was: the same process, answering a fixed set of calls. */
final class Checkup {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final RestartableSuite suite;
  private final Clients clients;
  private final LivenessProbe liveness = new LivenessProbe();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<Service, Long> processes = new EnumMap<>(Service.class);

  /** Remembers the processes as they are now. */
  Checkup(RestartableSuite suite, Clients clients) {
    this.suite = suite;
    this.clients = clients;
    remember();
  }

  /** Returns the services that ended, or that do not answer as they should. */
  List<Service> lost() {
    return Stream.of(Service.values()).filter(service -> !isWell(service)).toList();
  }

  /** Tells of what is lost and starts it again; returns how many services that were. */
  int healLost(Report report, String how) throws IOException, InterruptedException {
    List<Service> lost = lost();
    if (!lost.isEmpty()) {
      report.fault("services lost", lost + " " + how);
      heal(lost);
    }
    return lost.size();
  }

  /** Ends services that have not ended, and starts all of them again. */
  void heal(List<Service> lost) throws IOException, InterruptedException {
    lost.forEach(suite::kill);
    suite.revive();
    remember();
  }

  /** Returns matinee_bugs_total of all services. */
  double bugs() throws IOException, InterruptedException {
    double bugs = 0;
    for (Service service : Service.values()) {
      bugs +=
          metrics(service)
              .lines()
              .filter(line -> line.startsWith("matinee_bugs_total"))
              .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
              .sum();
    }
    return bugs;
  }

  /** Takes the present processes for the right ones. */
  private void remember() {
    for (Service service : Service.values()) {
      processes.put(service, suite.process(service).pid());
    }
  }

  private boolean isWell(Service service) {
    ProcessHandle process = suite.process(service);
    if (!process.isAlive() || !Long.valueOf(process.pid()).equals(processes.get(service))) {
      return false;
    }
    try {
      HealthGrpc.newBlockingStub(clients.connection().channel(service))
          .check(HealthCheckRequest.getDefaultInstance());
      probe(service);
      return liveness.complaint(suite.ports().http(service)).isEmpty();
    } catch (StatusRuntimeException | IllegalStateException notAnswering) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void probe(Service service) {
    switch (service) {
      case TRAINER -> {
        clients.training().listAlgorithms(ListAlgorithmsRequest.getDefaultInstance());
        clients
            .datasets()
            .getDataset(GetDatasetRequest.newBuilder().setName(Vocabulary.DATASET).build());
        clients
            .registry()
            .getAlias(GetAliasRequest.newBuilder().setName(SmallModel.PRODUCTION).build());
      }
      case SERVING -> {
        clients.catalogue().getMovie(GetMovieRequest.newBuilder().setMovieId("1").build());
        clients.recommendations().recommend(RecommendRequest.newBuilder().setUserId("1").build());
        requireFollowing(service);
      }
      case SIMILARITY -> {
        clients
            .similarity()
            .findSimilarMovies(
                FindSimilarMoviesRequest.newBuilder()
                    .setMovies(MovieQuery.newBuilder().addLikedMovieIds("1"))
                    .build());
        requireFollowing(service);
      }
      case METRICS ->
          clients
              .operations(Service.METRICS)
              .listOperations(ListOperationsRequest.getDefaultInstance());
    }
  }

  private void requireFollowing(Service reader) {
    ReaderStatus status = clients.readerStatus(reader);
    boolean current =
        status.getAliasesList().stream()
            .allMatch(
                alias -> alias.getLoaded().getModelVersion().equals(alias.getTargetVersion()));
    if (!status.getReady() || !current) {
      throw new IllegalStateException(reader.id() + " is stale: " + status);
    }
  }

  private String metrics(Service service) throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + suite.ports().http(service) + "/metrics");
    HttpResponse<String> response =
        http.send(
            HttpRequest.newBuilder(address).timeout(PATIENCE).build(),
            HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(address + " answers " + response.statusCode());
    }
    return response.body();
  }
}

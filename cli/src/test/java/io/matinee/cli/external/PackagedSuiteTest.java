package io.matinee.cli.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import io.matinee.cli.connection.Clients;
import io.matinee.cli.connection.Connection;
import io.matinee.cli.connection.Service;
import io.matinee.cli.contract.ContractFiles;
import io.matinee.cli.demo.Demo;
import io.matinee.cli.demo.DemoSettings;
import io.matinee.cli.demo.Readiness;
import io.matinee.cli.output.Console;
import io.matinee.cli.suite.FreePorts;
import io.matinee.cli.suite.Ports;
import io.matinee.cli.suite.Repository;
import io.matinee.cli.suite.Suite;
import io.matinee.cli.suite.SuiteHome;
import io.matinee.proto.trainer.v1.ImportOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** The four packaged services on MovieLens 2016, from import to the end of the processes. */
@Tag("external")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PackagedSuiteTest {
  private static final String CATALOGUE = "matinee.serving.v1.CatalogueService/";
  private static final String RECOMMEND = "matinee.serving.v1.RecommendationService/Recommend";
  private static final String SIMILAR = "matinee.similarity.v1.SimilarityService/FindSimilarMovies";
  private static final int MOST_RATED = 200;
  private static final int NEIGHBOURS = 10;
  private static final int POPULARITY_WINDOW = 20;

  private Path ratings;
  private SuiteHome home;
  private Ports ports;
  private Suite suite;
  private Grpcurl grpcurl;
  private final StringWriter shown = new StringWriter();

  @BeforeAll
  void startOnRealRatings(@TempDir Path folder) throws IOException {
    ratings = MovieLensFolder.require();
    ContractFiles.write(folder.resolve("protos"));
    grpcurl = new Grpcurl(folder.resolve("protos").resolve(ContractFiles.DESCRIPTOR_SET));
    home = new SuiteHome(folder.resolve("home"));
    ports = FreePorts.find();
    startAndShow();
  }

  @AfterAll
  void stop() {
    suite.stop();
  }

  @Test
  @Order(1)
  void theDemoShowsEverySection() {
    assertThat(shown.toString())
        .contains(
            "The data set",
            "RMSE",
            "NDCG@10",
            "popular",
            "baseline",
            "Recommended to user",
            "Similar to",
            "grpcurl -plaintext");
  }

  @Test
  @Order(2)
  void theGrpcurlLinesOfTheDemoWorkAsTheyStand() {
    List<String> lines =
        shown
            .toString()
            .lines()
            .map(String::strip)
            .filter(line -> line.startsWith("grpcurl "))
            .toList();

    assertThat(lines).hasSize(5);
    lines.forEach(line -> assertThat(Grpcurl.run(List.of("sh", "-c", line))).isNotEmpty());
  }

  @Test
  @Order(3)
  void noListHoldsAMovieThatItsUserRated() {
    List<String> users =
        Grpcurl.elements(serving(CATALOGUE + "ListUsers", "{\"page_size\":1000}").path("users"))
            .map(user -> user.path("userId").asText())
            .toList();
    assertThat(users).hasSize(671);

    users.parallelStream()
        .forEach(
            user ->
                assertThat(recommended(user))
                    .as("user " + user)
                    .hasSize(NEIGHBOURS)
                    .doesNotContainAnyElementsOf(seen(user)));
  }

  @Test
  @Order(4)
  void theVersionBeatsTheBaselines() {
    JsonNode evaluation =
        grpcurl
            .call(
                address(Service.METRICS),
                "matinee.metrics.v1.EvaluationService/ListEvaluations",
                "{}")
            .path("evaluations")
            .path(0);
    JsonNode figures = figures(evaluation, "subject");

    assertThat(figure(figures, "rmse").path("value").asDouble())
        .isLessThan(figure(figures(evaluation, "baseline"), "rmse").path("value").asDouble());
    assertThat(figure(figures, "ndcg").path("interval").path("low").asDouble())
        .isGreaterThan(
            figure(figures(evaluation, "popular"), "ndcg")
                .path("interval")
                .path("high")
                .asDouble());
  }

  @Test
  @Order(5)
  void neighboursShareMoreGenresThanMoviesOfTheSamePopularity(TestReporter reporter) {
    List<JsonNode> byPopularity = catalogue();
    Map<String, Integer> rank =
        IntStream.range(0, byPopularity.size())
            .boxed()
            .collect(Collectors.toMap(index -> id(byPopularity.get(index)), index -> index));
    Random random = new Random(1);
    double near = 0;
    double drawn = 0;
    int pairs = 0;
    for (JsonNode movie : byPopularity.subList(0, MOST_RATED)) {
      for (JsonNode neighbour : similar(id(movie))) {
        near += jaccard(movie, neighbour);
        drawn += jaccard(movie, draw(byPopularity, rank, movie, neighbour, random));
        pairs++;
      }
    }

    reporter.publishEntry(
        "genre Jaccard: nearest %.4f, same popularity %.4f".formatted(near / pairs, drawn / pairs));
    assertThat(near).isGreaterThanOrEqualTo(1.5 * drawn);
  }

  @Test
  @Order(6)
  void readersGoOnWhenTheTrainerIsKilledAndStartFromTheirCacheWithoutIt() {
    ProcessHandle trainer = ProcessHandle.of(suite.pid(Service.TRAINER)).orElseThrow();
    trainer.destroyForcibly();
    trainer.onExit().join();

    assertThat(recommended("1")).hasSize(NEIGHBOURS);
    assertThat(similar("1")).hasSize(NEIGHBOURS);

    suite.stop();
    suite = new Suite(Repository.root(), home, ports, false);
    suite.start(List.of(Service.SERVING, Service.SIMILARITY));
    try (Connection connection = new Connection(suite.settings(), Duration.ofSeconds(60))) {
      new Readiness(new Clients(connection)).await(DemoSettings.MODEL + "/versions/1");
    }

    assertThat(recommended("1")).hasSize(NEIGHBOURS);
    assertThat(similar("1")).hasSize(NEIGHBOURS);
  }

  @Test
  @Order(7)
  void aSecondStartGoesOnFromWhatIsThere() {
    suite.stop();

    startAndShow();

    JsonNode versions =
        grpcurl
            .call(
                address(Service.TRAINER),
                "matinee.trainer.v1.ModelRegistryService/ListModelVersions",
                "{\"model\":\"models/movies\"}")
            .path("modelVersions");
    assertThat(versions).hasSize(1);
    assertThat(recommended("1")).hasSize(NEIGHBOURS);
  }

  @Test
  @Order(8)
  void aTermSignalLeavesNoProcess() throws IOException, InterruptedException {
    suite.stop();
    Process demo =
        CommandLineProgram.with(
                "demo",
                "--home",
                home.folder().toString(),
                "--data",
                ratings.toString(),
                "--first-port",
                Integer.toString(ports.firstGrpc()),
                "--first-http-port",
                Integer.toString(ports.firstHttp()))
            .start();
    awaitLine(demo, "Running; Ctrl-C stops all of it.");
    List<ProcessHandle> services = demo.descendants().toList();
    assertThat(services).hasSize(Service.values().length);

    demo.destroy();

    assertThat(demo.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(services).noneMatch(ProcessHandle::isAlive);
  }

  private void startAndShow() {
    DemoSettings settings =
        new DemoSettings(
            Optional.of(ratings), ImportOptions.getDefaultInstance(), true, Optional.empty(), 42);
    suite = new Suite(Repository.root(), home, ports, false, settings.importRoots());
    suite.start();
    PrintWriter writer = new PrintWriter(shown, true);
    Console console = new Console(writer, writer, false, false);
    try (Connection connection = new Connection(suite.settings(), Duration.ofSeconds(60))) {
      new Demo(connection, home, settings, console).show();
    }
  }

  private static void awaitLine(Process process, String expected) throws IOException {
    BufferedReader output = process.inputReader();
    List<String> lines = new ArrayList<>();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.equals(expected)) {
        return;
      }
      lines.add(line);
    }
    fail("the demo ended early: " + String.join("\n", lines));
  }

  private List<JsonNode> catalogue() {
    List<JsonNode> movies = new ArrayList<>();
    String token = "";
    do {
      JsonNode page =
          serving(
              CATALOGUE + "ListMovies",
              "{\"page_size\":1000,\"page_token\":\"%s\"}".formatted(token));
      Grpcurl.elements(page.path("movies")).forEach(movies::add);
      token = page.path("nextPageToken").asText();
    } while (!token.isEmpty());
    movies.sort(
        Comparator.comparingLong((JsonNode movie) -> movie.path("ratingCount").asLong())
            .reversed());
    return movies;
  }

  private static JsonNode draw(
      List<JsonNode> byPopularity,
      Map<String, Integer> rank,
      JsonNode movie,
      JsonNode neighbour,
      Random random) {
    int centre = rank.getOrDefault(id(neighbour), 0);
    JsonNode candidate;
    do {
      int index = centre - POPULARITY_WINDOW + random.nextInt(2 * POPULARITY_WINDOW + 1);
      candidate = byPopularity.get(Math.clamp(index, 0, byPopularity.size() - 1));
    } while (id(candidate).equals(id(movie)) || id(candidate).equals(id(neighbour)));
    return candidate;
  }

  private static double jaccard(JsonNode one, JsonNode other) {
    Set<String> first = genres(one);
    Set<String> second = genres(other);
    Set<String> all = new HashSet<>(first);
    all.addAll(second);
    first.retainAll(second);
    return all.isEmpty() ? 0 : (double) first.size() / all.size();
  }

  private static Set<String> genres(JsonNode movie) {
    return Grpcurl.elements(movie.path("genres"))
        .map(JsonNode::asText)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static String id(JsonNode movie) {
    return movie.path("movieId").asText();
  }

  private List<String> recommended(String user) {
    return Grpcurl.elements(
            serving(RECOMMEND, "{\"user_id\":\"%s\"}".formatted(user)).path("movies"))
        .map(recommendation -> id(recommendation.path("movie")))
        .toList();
  }

  private List<String> seen(String user) {
    List<String> movies = new ArrayList<>();
    String token = "";
    do {
      JsonNode page =
          serving(
              CATALOGUE + "ListSeenMovies",
              "{\"user_id\":\"%s\",\"page_size\":1000,\"page_token\":\"%s\"}"
                  .formatted(user, token));
      Grpcurl.elements(page.path("movies")).forEach(seen -> movies.add(id(seen.path("movie"))));
      token = page.path("nextPageToken").asText();
    } while (!token.isEmpty());
    return movies;
  }

  private List<JsonNode> similar(String movie) {
    JsonNode response =
        grpcurl.call(
            address(Service.SIMILARITY),
            SIMILAR,
            "{\"movies\":{\"liked_movie_ids\":[\"%s\"]},\"page_size\":%d}"
                .formatted(movie, NEIGHBOURS));
    return Grpcurl.elements(response.path("movies")).map(found -> found.path("movie")).toList();
  }

  private JsonNode serving(String method, String request) {
    return grpcurl.call(address(Service.SERVING), method, request);
  }

  private String address(Service service) {
    return "127.0.0.1:" + ports.grpc(service);
  }

  private static JsonNode figures(JsonNode evaluation, String contestant) {
    return Grpcurl.elements(evaluation.path("contestants"))
        .filter(each -> each.path("contestantId").asText().equals(contestant))
        .findFirst()
        .orElseThrow()
        .path("figures");
  }

  private static JsonNode figure(JsonNode figures, String metric) {
    return Grpcurl.elements(figures)
        .filter(figure -> figure.path("metric").asText().equals(metric))
        .findFirst()
        .orElseThrow();
  }
}

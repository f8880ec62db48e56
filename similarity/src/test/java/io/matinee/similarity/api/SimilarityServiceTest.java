package io.matinee.similarity.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import com.google.rpc.BadRequest.FieldViolation;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.matinee.model.catalogue.Catalogue;
import io.matinee.model.snapshot.ManifestDraft;
import io.matinee.model.snapshot.SnapshotContent;
import io.matinee.proto.model.v1.MovieFilter;
import io.matinee.proto.model.v1.ReaderStatus;
import io.matinee.proto.similarity.v1.FindSimilarMoviesRequest;
import io.matinee.proto.similarity.v1.FindSimilarMoviesResponse;
import io.matinee.proto.similarity.v1.GetIndexRequest;
import io.matinee.proto.similarity.v1.GetIndexResponse;
import io.matinee.proto.similarity.v1.GetStatusRequest;
import io.matinee.proto.similarity.v1.SearchMethod;
import io.matinee.proto.similarity.v1.SimilarMovie;
import io.matinee.proto.similarity.v1.SimilarityServiceGrpc;
import io.matinee.proto.similarity.v1.SimilarityServiceGrpc.SimilarityServiceBlockingStub;
import io.matinee.proto.similarity.v1.StatusServiceGrpc;
import io.matinee.runtime.error.ErrorStatus;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.testing.FakeRegistry;
import io.matinee.runtime.testing.FakeRegistryResource;
import io.matinee.runtime.testing.TinyModel;
import io.quarkus.grpc.runtime.GrpcServer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("process")
@WithTestResource(FakeRegistryResource.class)
class SimilarityServiceTest {
  private static final String STAR_WARS = "260";
  private static final String NOT_INDEXED = "9999";
  private static final int NOT_LOADED_BEFORE = 31;
  private static final int CALLERS = 4;
  private static final int SWAPS = 10;

  private final SnapshotContent content = TinyModel.content(1);
  private final ExpectedNeighbours expected = new ExpectedNeighbours(content);

  @Inject GrpcServer server;

  @TestHTTPResource("/metrics")
  URI metrics;

  @SuppressWarnings("NullAway.Init") // Set by the test resource.
  FakeRegistry registry;

  @SuppressWarnings("NullAway.Init") // Set before each test.
  private ManagedChannel channel;

  @SuppressWarnings("NullAway.Init") // Set before each test.
  private String version;

  @BeforeEach
  void publish() {
    channel = NettyChannelBuilder.forAddress("127.0.0.1", server.getPort()).usePlaintext().build();
    version = registry.publishTiny(1);
    point(version);
  }

  @AfterEach
  void disconnect() {
    channel.shutdownNow();
  }

  @ParameterizedTest
  @EnumSource(value = SearchMethod.class, mode = EnumSource.Mode.EXCLUDE, names = "UNRECOGNIZED")
  void findsTheMostSimilarMovies(SearchMethod method) {
    FindSimilarMoviesResponse response = find(request(STAR_WARS).setMethod(method));

    assertThat(response.getModelVersion()).isEqualTo(version);
    assertThat(response.getMethod())
        .isEqualTo(
            method == SearchMethod.SEARCH_METHOD_HNSW
                ? SearchMethod.SEARCH_METHOD_HNSW
                : SearchMethod.SEARCH_METHOD_EXACT);
    assertThat(ids(response)).isEqualTo(expected.of(STAR_WARS, 10, any -> true));
    assertThat(response.getMoviesList())
        .allSatisfy(
            similar ->
                assertThat((double) similar.getCosine())
                    .isBetween(-1.0, 1.0)
                    .isCloseTo(expected.cosine(index(STAR_WARS), index(similar)), within(1e-5)));
  }

  @Test
  void leavesOutTheMovieAndPutsItsDuplicatesFirst() {
    FindSimilarMoviesResponse response = find(request(STAR_WARS));

    assertThat(ids(response)).startsWith("480", "1210").doesNotContain(STAR_WARS);
    assertThat(response.getMovies(0).getCosine()).isEqualTo(1f, within(1e-6f));
  }

  @Test
  void tellsWhatIsKnownOfAMovie() {
    SimilarMovie similar = find(request(STAR_WARS)).getMovies(0);
    int index = index(similar);

    assertThat(similar.getMovie().getTitle()).isEqualTo("Jurassic Park");
    assertThat(similar.getMovie().getYear()).isEqualTo(1993);
    assertThat(similar.getMovie().getGenresList()).containsExactly("Action", "Adventure", "Sci-Fi");
    assertThat(similar.getMovie().getRatingCount())
        .isEqualTo(content.catalogue().ratingCount(index));
    assertThat(similar.getMovie().getMeanRating())
        .isEqualTo((float) content.catalogue().meanRating(index));
  }

  @Test
  void filtersByGenreYearAndRatingCount() {
    Catalogue movies = content.catalogue();
    long count = movies.ratingCount(index("296"));

    assertThat(filtered(MovieFilter.newBuilder().addGenres("crime").addGenres("WAR")))
        .isEqualTo(ofGenres(List.of("Crime", "War")));
    assertThat(filtered(MovieFilter.newBuilder().setMinimumYear(1990).setMaximumYear(1994)))
        .isEqualTo(allowed(index -> year(index) >= 1990 && year(index) <= 1994));
    assertThat(filtered(MovieFilter.newBuilder().setMaximumYear(1980)))
        .isEqualTo(allowed(index -> year(index) <= 1980));
    assertThat(filtered(MovieFilter.newBuilder().setMinimumRatingCount(count)))
        .isEqualTo(allowed(index -> movies.ratingCount(index) >= count));
    assertThat(filtered(MovieFilter.newBuilder().setMinimumRatingCount(0)))
        .isEqualTo(allowed(any -> true))
        .doesNotContain(NOT_INDEXED);
    assertThat(
            filtered(
                MovieFilter.newBuilder()
                    .addGenres("Drama")
                    .setMinimumYear(1994)
                    .setMinimumRatingCount(1)))
        .isEqualTo(
            allowed(
                index -> year(index) >= 1994 && movies.movie(index).genres().contains("Drama")));
    assertThat(filtered(MovieFilter.newBuilder().addGenres("No such genre"))).isEmpty();
  }

  @Test
  void givesAsManyAsAskedForAndThereAre() {
    assertThat(find(request(STAR_WARS).setPageSize(1)).getMoviesList()).hasSize(1);
    assertThat(find(request(STAR_WARS).setPageSize(1_000)).getMoviesList())
        .hasSize(content.catalogue().candidateCount() - 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 1_001, 10_001})
  void refusesPageSizesOutOfRange(int pageSize) {
    StatusRuntimeException failure = failure(request(STAR_WARS).setPageSize(pageSize));

    assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    assertThat(ErrorStatus.reason(failure)).contains(Reason.INVALID_REQUEST);
    assertThat(ErrorStatus.badRequest(failure).orElseThrow().getFieldViolationsList())
        .extracting(FieldViolation::getField)
        .containsExactly("page_size");
  }

  @Test
  void refusesRequestsThatBreakTheContract() {
    for (FindSimilarMoviesRequest.Builder bad :
        List.of(
            request(""),
            request(STAR_WARS).setMethodValue(7),
            request(STAR_WARS).setModelVersion("production"),
            request(STAR_WARS).setFilter(MovieFilter.newBuilder().setMinimumYear(-1)),
            request(STAR_WARS).setFilter(MovieFilter.newBuilder().addGenres("")))) {
      assertThat(ErrorStatus.reason(failure(bad))).contains(Reason.INVALID_REQUEST);
    }
  }

  @Test
  void knowsNoOtherMovies() {
    StatusRuntimeException failure = failure(request("no-such-movie"));

    assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND);
    assertThat(ErrorStatus.reason(failure)).contains(Reason.MOVIE_NOT_FOUND);
    assertThat(ErrorStatus.info(failure).orElseThrow().getMetadataMap())
        .containsEntry("movie_id", "no-such-movie");
  }

  @Test
  void tellsWhenAMovieHasNoEmbedding() {
    StatusRuntimeException failure = failure(request(NOT_INDEXED));

    assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.FAILED_PRECONDITION);
    assertThat(ErrorStatus.reason(failure)).contains(Reason.MOVIE_NOT_INDEXED);
  }

  @Test
  void answersAPinnedVersionOnlyWhenItIsLoaded() {
    assertThat(find(request(STAR_WARS).setModelVersion(version)).getModelVersion())
        .isEqualTo(version);

    StatusRuntimeException failure =
        failure(request(STAR_WARS).setModelVersion("models/movies/versions/999999"));
    assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.FAILED_PRECONDITION);
    assertThat(ErrorStatus.reason(failure)).contains(Reason.VERSION_NOT_LOADED);
  }

  @Test
  void describesTheIndex() {
    GetIndexResponse index = stub().getIndex(GetIndexRequest.getDefaultInstance());

    assertThat(index.getModelVersion()).isEqualTo(version);
    assertThat(index.getMovies()).isEqualTo(content.catalogue().candidateCount());
    assertThat(index.getDistinctVectors()).isPositive().isLessThan(index.getMovies());
    assertThat(index.getDimension()).isEqualTo(content.ranking().orElseThrow().dimension());
    assertThat(index.getDefaultMethod()).isEqualTo(SearchMethod.SEARCH_METHOD_EXACT);
    assertThat(index.getBuildTime().getSeconds()).isPositive();
    assertThat(index.getBuildSeconds()).isNotNegative();
    assertThat(index.getMaxConnections()).isEqualTo(16);
    assertThat(index.getBeamWidth()).isEqualTo(100);
  }

  @Test
  void takesTheKeptIndexWhenTheAliasGoesBackToTheSameVectors() {
    GetIndexResponse first = stub().getIndex(GetIndexRequest.getDefaultInstance());
    FindSimilarMoviesResponse found = find(request(STAR_WARS));
    point(registry.publishTiny(NOT_LOADED_BEFORE));
    assertThat(stub().getIndex(GetIndexRequest.getDefaultInstance()).getBuildTime())
        .isNotEqualTo(first.getBuildTime());

    String again = registry.publishTiny(1);
    point(again);

    assertThat(stub().getIndex(GetIndexRequest.getDefaultInstance()))
        .isEqualTo(first.toBuilder().setModelVersion(again).build());
    assertThat(find(request(STAR_WARS)).getMoviesList()).isEqualTo(found.getMoviesList());
  }

  @Test
  void exportsWhatTheIndexIsAsGauges() throws IOException, InterruptedException {
    GetIndexResponse index = stub().getIndex(GetIndexRequest.getDefaultInstance());
    String number = version.substring(version.lastIndexOf('/') + 1);
    String labels = "{model=\"movies\",version=\"" + number + "\"} ";

    String exported = exported();

    assertThat(exported.lines())
        .contains(
            "matinee_similarity_index_movies" + labels + (double) index.getMovies(),
            "matinee_similarity_index_distinct_vectors"
                + labels
                + (double) index.getDistinctVectors(),
            "matinee_similarity_index_recall" + labels + "1.0",
            "matinee_similarity_index_exact" + labels + "1.0");
    registry.clearAlias();
    registry.awaitReport(status -> status.getLoadedVersion().isEmpty());
    assertThat(exported()).doesNotContain("matinee_similarity_index_movies{");
  }

  @Test
  void isNotReadyWithoutAModelButTellsItsStatus() {
    registry.clearAlias();
    registry.awaitReport(status -> status.getLoadedVersion().isEmpty());

    StatusRuntimeException failure = failure(request(STAR_WARS));
    assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
    assertThat(ErrorStatus.reason(failure)).contains(Reason.MODEL_NOT_READY);
    StatusRuntimeException noIndex =
        catchThrowableOfType(
            StatusRuntimeException.class,
            () -> stub().getIndex(GetIndexRequest.getDefaultInstance()));
    assertThat(ErrorStatus.reason(noIndex)).contains(Reason.MODEL_NOT_READY);
    assertThat(status().getAlias()).isEqualTo("models/movies/aliases/production");
    assertThat(status().getLoadedVersion()).isEmpty();
  }

  @Test
  void goesOnWithTheOldVersionWhenTheNewOneIsCorrupt() {
    String corrupt = registry.publishTiny(2);
    registry.flipByte(corrupt, "ranking-factors");
    registry.setAlias(corrupt);
    registry.awaitReport(status -> status.getLastFailedLoad().getModelVersion().equals(corrupt));

    assertThat(find(request(STAR_WARS)).getModelVersion()).isEqualTo(version);
    assertThat(status().getLastFailedLoad().getReason()).isEqualTo("BLOB_CORRUPT");
    assertThat(status().getLastFailedLoad().getMessage()).contains("ranking-factors");
    assertThat(status().getLoadedVersion()).isEqualTo(version);
    assertThat(status().getTargetVersion()).isEqualTo(corrupt);
  }

  @Test
  void goesOnWithTheOldVersionWhenTheNewOneDoesNotRank() {
    String ratingOnly = registry.publish(withoutRanking());
    registry.setAlias(ratingOnly);
    registry.awaitReport(status -> status.getLastFailedLoad().getModelVersion().equals(ratingOnly));

    assertThat(status().getLastFailedLoad().getReason()).isEqualTo("NO_RANKING_SCORER");
    assertThat(find(request(STAR_WARS)).getModelVersion()).isEqualTo(version);
  }

  @Test
  void swapsVersionsUnderQueriesAndMixesNone() throws Exception {
    Map<String, List<String>> answers = new ConcurrentHashMap<>();
    answers.put(version, expected.of(STAR_WARS, 10, any -> true));
    AtomicBoolean done = new AtomicBoolean();
    try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
      List<Future<Integer>> counts = new ArrayList<>();
      for (int caller = 0; caller < CALLERS; caller++) {
        counts.add(callers.submit(() -> query(answers, done)));
      }
      for (int seed = 2; seed < 2 + SWAPS; seed++) {
        String next = registry.publishTiny(seed);
        answers.put(
            next, new ExpectedNeighbours(TinyModel.content(seed)).of(STAR_WARS, 10, any -> true));
        point(next);
      }
      done.set(true);
      for (Future<Integer> count : counts) {
        assertThat(count.get()).isPositive();
      }
    }
  }

  /** Asks until it is told to stop; returns how often it was answered. */
  private int query(Map<String, List<String>> answers, AtomicBoolean done) {
    int count = 0;
    while (!done.get()) {
      FindSimilarMoviesResponse response = find(request(STAR_WARS));
      assertThat(ids(response)).isEqualTo(answers.get(response.getModelVersion()));
      count++;
    }
    return count;
  }

  private void point(String wanted) {
    registry.setAlias(wanted);
    registry.awaitReport(status -> status.getLoadedVersion().equals(wanted));
  }

  private SnapshotContent withoutRanking() {
    ManifestDraft draft = content.draft();
    return new SnapshotContent(
        new ManifestDraft(
            draft.datasetVersion(),
            draft.ratingsRevision(),
            draft.scale(),
            draft.synthetic(),
            draft.holdOut(),
            Optional.empty(),
            draft.rating(),
            draft.servable(),
            draft.seed(),
            draft.device(),
            draft.libraryVersions(),
            draft.createTime()),
        content.catalogue(),
        content.training(),
        content.heldOut(),
        Optional.empty(),
        content.rating());
  }

  private List<String> filtered(MovieFilter.Builder filter) {
    List<String> exact = ids(find(request(STAR_WARS).setFilter(filter)));
    FindSimilarMoviesRequest.Builder onGraph =
        request(STAR_WARS).setFilter(filter).setMethod(SearchMethod.SEARCH_METHOD_HNSW);
    assertThat(ids(find(onGraph))).isEqualTo(exact);
    return exact;
  }

  private List<String> ofGenres(List<String> genres) {
    return allowed(
        index -> content.catalogue().movie(index).genres().stream().anyMatch(genres::contains));
  }

  private List<String> allowed(IntPredicate predicate) {
    return expected.of(STAR_WARS, 10, predicate);
  }

  private int year(int index) {
    return Optional.ofNullable(content.catalogue().movie(index).year()).orElseThrow();
  }

  private int index(SimilarMovie similar) {
    return index(similar.getMovie().getMovieId());
  }

  private int index(String movieId) {
    return content.catalogue().ids().indexOf(movieId);
  }

  private static List<String> ids(FindSimilarMoviesResponse response) {
    return response.getMoviesList().stream().map(found -> found.getMovie().getMovieId()).toList();
  }

  private static FindSimilarMoviesRequest.Builder request(String movieId) {
    return FindSimilarMoviesRequest.newBuilder().setMovieId(movieId);
  }

  private FindSimilarMoviesResponse find(FindSimilarMoviesRequest.Builder request) {
    return stub().findSimilarMovies(request.build());
  }

  private StatusRuntimeException failure(FindSimilarMoviesRequest.Builder request) {
    return catchThrowableOfType(StatusRuntimeException.class, () -> find(request));
  }

  private String exported() throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString()).body();
    }
  }

  private ReaderStatus status() {
    return StatusServiceGrpc.newBlockingStub(channel)
        .withDeadlineAfter(20, TimeUnit.SECONDS)
        .getStatus(GetStatusRequest.getDefaultInstance())
        .getStatus();
  }

  private SimilarityServiceBlockingStub stub() {
    return SimilarityServiceGrpc.newBlockingStub(channel).withDeadlineAfter(20, TimeUnit.SECONDS);
  }
}

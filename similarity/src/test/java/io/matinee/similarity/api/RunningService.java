package io.matinee.similarity.api;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.matinee.model.snapshot.SnapshotContent;
import io.matinee.proto.model.v1.FollowedAlias;
import io.matinee.proto.model.v1.ReaderStatus;
import io.matinee.proto.similarity.v1.FindSimilarMoviesRequest;
import io.matinee.proto.similarity.v1.FindSimilarMoviesResponse;
import io.matinee.proto.similarity.v1.GetStatusRequest;
import io.matinee.proto.similarity.v1.MovieQuery;
import io.matinee.proto.similarity.v1.SimilarMovie;
import io.matinee.proto.similarity.v1.SimilarityServiceGrpc;
import io.matinee.proto.similarity.v1.SimilarityServiceGrpc.SimilarityServiceBlockingStub;
import io.matinee.proto.similarity.v1.StatusServiceGrpc;
import io.matinee.runtime.testing.FakeRegistry;
import io.matinee.runtime.testing.FakeRegistryResource;
import io.matinee.runtime.testing.TinyModel;
import io.quarkus.grpc.runtime.GrpcServer;
import io.quarkus.test.common.WithTestResource;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The service of this process, called over a socket, with a version that it has loaded. */
@WithTestResource(FakeRegistryResource.class)
abstract class RunningService {
  static final String STAR_WARS = "260";

  final SnapshotContent content = TinyModel.content(1);
  final ExpectedNeighbours expected = new ExpectedNeighbours(content);

  @Inject GrpcServer server;

  @SuppressWarnings("NullAway.Init") // Set by the test resource.
  FakeRegistry registry;

  @SuppressWarnings("NullAway.Init") // Set before each test.
  ManagedChannel channel;

  @SuppressWarnings("NullAway.Init") // Set before each test.
  String version;

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

  void point(String wanted) {
    registry.setAlias(wanted);
    registry.awaitReport(status -> status.getLoaded().getModelVersion().equals(wanted));
  }

  int index(SimilarMovie similar) {
    return index(similar.getMovie().getMovieId());
  }

  int index(String movieId) {
    return content.catalogue().ids().indexOf(movieId);
  }

  static List<String> ids(FindSimilarMoviesResponse response) {
    return response.getMoviesList().stream().map(found -> found.getMovie().getMovieId()).toList();
  }

  static FindSimilarMoviesRequest.Builder request(String movieId) {
    return FindSimilarMoviesRequest.newBuilder()
        .setMovies(MovieQuery.newBuilder().addLikedMovieIds(movieId));
  }

  FindSimilarMoviesResponse find(FindSimilarMoviesRequest.Builder request) {
    return stub().findSimilarMovies(request.build());
  }

  StatusRuntimeException failure(FindSimilarMoviesRequest.Builder request) {
    return catchThrowableOfType(StatusRuntimeException.class, () -> find(request));
  }

  /** Returns what is loaded of the alias that answers calls that name none. */
  FollowedAlias alias() {
    return status().getAliases(0);
  }

  ReaderStatus status() {
    return StatusServiceGrpc.newBlockingStub(channel)
        .withDeadlineAfter(20, TimeUnit.SECONDS)
        .getStatus(GetStatusRequest.getDefaultInstance())
        .getStatus();
  }

  SimilarityServiceBlockingStub stub() {
    return SimilarityServiceGrpc.newBlockingStub(channel).withDeadlineAfter(20, TimeUnit.SECONDS);
  }
}

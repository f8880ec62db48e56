package io.matinee.serving.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.matinee.proto.model.v1.FollowedAlias;
import io.matinee.proto.model.v1.ReaderKind;
import io.matinee.proto.serving.v1.BatchGetEmbeddingsRequest;
import io.matinee.proto.serving.v1.BatchGetMoviesRequest;
import io.matinee.proto.serving.v1.CatalogueServiceGrpc;
import io.matinee.proto.serving.v1.CatalogueServiceGrpc.CatalogueServiceBlockingStub;
import io.matinee.proto.serving.v1.EmbeddingServiceGrpc;
import io.matinee.proto.serving.v1.EmbeddingServiceGrpc.EmbeddingServiceBlockingStub;
import io.matinee.proto.serving.v1.EntityKind;
import io.matinee.proto.serving.v1.GetEmbeddingRequest;
import io.matinee.proto.serving.v1.GetMovieRequest;
import io.matinee.proto.serving.v1.ListMoviesRequest;
import io.matinee.proto.serving.v1.ListSeenMoviesRequest;
import io.matinee.proto.serving.v1.ListUsersRequest;
import io.matinee.proto.serving.v1.PredictRatingsRequest;
import io.matinee.proto.serving.v1.RecommendRequest;
import io.matinee.proto.serving.v1.RecommendResponse;
import io.matinee.proto.serving.v1.RecommendationServiceGrpc;
import io.matinee.proto.serving.v1.RecommendationServiceGrpc.RecommendationServiceBlockingStub;
import io.matinee.proto.serving.v1.SearchMoviesRequest;
import io.matinee.runtime.error.Reason;
import io.matinee.serving.SampleVersion;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Calls that name one of several aliases. */
@QuarkusTest
@TestProfile(AliasTest.TwoAliases.class)
@Tag("process")
class AliasTest extends RunningService {
  private static final String CANDIDATE = "models/movies/aliases/candidate";
  private static final String OTHER = "models/movies/aliases/other";
  private static final SampleVersion NEXT = new SampleVersion(12, 150, 16, 20, 31);

  @Test
  void theNamedOneAnswersAndItsListGoesOn() {
    String production = serve(CONTENT);
    String candidate = registry.publish(NEXT.content());
    registry.setAlias("candidate", candidate);
    registry.awaitReport(status -> status.getLoaded().getModelVersion().equals(candidate));

    assertThat(recommend().getModelVersion()).isEqualTo(production);
    assertThat(status().getKind()).isEqualTo(ReaderKind.READER_KIND_SERVING);
    assertThat(status().getAliasesList())
        .allMatch(FollowedAlias::getReady)
        .extracting(FollowedAlias::getAlias, alias -> alias.getLoaded().getModelVersion())
        .containsExactly(
            tuple("models/movies/aliases/production", production), tuple(CANDIDATE, candidate));
    RecommendRequest request =
        RecommendRequest.newBuilder().setUserId("1").setPageSize(3).setAlias(CANDIDATE).build();
    RecommendResponse page = recommendations().recommend(request);
    assertThat(page.getModelVersion()).isEqualTo(candidate);
    RecommendRequest next = request.toBuilder().setPageToken(page.getNextPageToken()).build();
    assertThat(recommendations().recommend(next).getMovies(0).getRank()).isEqualTo(4);
    assertRefused(
        () -> recommendations().recommend(next.toBuilder().clearAlias().build()),
        Reason.PAGE_TOKEN_INVALID,
        "page_token");
    assertThat(
            recommendations()
                .recommend(request.toBuilder().clearAlias().setModelVersion(candidate).build())
                .getMoviesList())
        .isEqualTo(page.getMoviesList());
  }

  @Test
  void everyMethodRefusesOneThatIsNotFollowed() {
    serve(CONTENT);
    List<ThrowingCallable> calls =
        List.of(
            () ->
                recommendations()
                    .recommend(
                        RecommendRequest.newBuilder().setUserId("1").setAlias(OTHER).build()),
            () ->
                recommendations()
                    .predictRatings(
                        PredictRatingsRequest.newBuilder()
                            .setUserId("1")
                            .addMovieIds("1")
                            .setAlias(OTHER)
                            .build()),
            () ->
                embeddings()
                    .getEmbedding(
                        GetEmbeddingRequest.newBuilder()
                            .setKind(EntityKind.ENTITY_KIND_MOVIE)
                            .setId("1")
                            .setAlias(OTHER)
                            .build()),
            () ->
                embeddings()
                    .batchGetEmbeddings(
                        BatchGetEmbeddingsRequest.newBuilder()
                            .setKind(EntityKind.ENTITY_KIND_MOVIE)
                            .addIds("1")
                            .setAlias(OTHER)
                            .build()),
            () ->
                catalogue()
                    .getMovie(GetMovieRequest.newBuilder().setMovieId("1").setAlias(OTHER).build()),
            () ->
                catalogue()
                    .batchGetMovies(
                        BatchGetMoviesRequest.newBuilder()
                            .addMovieIds("1")
                            .setAlias(OTHER)
                            .build()),
            () -> catalogue().listMovies(ListMoviesRequest.newBuilder().setAlias(OTHER).build()),
            () ->
                catalogue()
                    .searchMovies(
                        SearchMoviesRequest.newBuilder().setQuery("a").setAlias(OTHER).build()),
            () -> catalogue().listUsers(ListUsersRequest.newBuilder().setAlias(OTHER).build()),
            () ->
                catalogue()
                    .listSeenMovies(
                        ListSeenMoviesRequest.newBuilder().setUserId("1").setAlias(OTHER).build()));

    assertThat(calls).allSatisfy(call -> assertRefused(call, Reason.ALIAS_NOT_FOLLOWED, "alias"));
  }

  private RecommendationServiceBlockingStub recommendations() {
    return stub(RecommendationServiceGrpc::newBlockingStub);
  }

  private EmbeddingServiceBlockingStub embeddings() {
    return stub(EmbeddingServiceGrpc::newBlockingStub);
  }

  private CatalogueServiceBlockingStub catalogue() {
    return stub(CatalogueServiceGrpc::newBlockingStub);
  }

  /** The service follows two aliases. */
  public static final class TwoAliases implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("matinee.follow.aliases", "production,candidate");
    }
  }
}

package io.matinee.serving.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.model.scoring.FactorModel;
import io.matinee.proto.model.v1.EmbeddingSpace;
import io.matinee.proto.serving.v1.BatchGetEmbeddingsRequest;
import io.matinee.proto.serving.v1.BatchGetEmbeddingsResponse;
import io.matinee.proto.serving.v1.EmbeddingServiceGrpc;
import io.matinee.proto.serving.v1.EntityEmbedding;
import io.matinee.proto.serving.v1.EntityKind;
import io.matinee.proto.serving.v1.GetEmbeddingRequest;
import io.matinee.proto.serving.v1.GetEmbeddingResponse;
import io.matinee.runtime.error.Reason;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("process")
class EmbeddingTest extends RunningService {
  @Test
  void givesTheVectorsOfBothSpaces() {
    String version = serve(CONTENT);
    FactorModel ranking = (FactorModel) CONTENT.ranking().orElseThrow();
    FactorModel rating = (FactorModel) CONTENT.rating().orElseThrow();
    GetEmbeddingResponse movie = movie("30", EmbeddingSpace.EMBEDDING_SPACE_RATING);

    assertThat(movie.getModelVersion()).isEqualTo(version);
    assertThat(values(movie)).isEqualTo(row(rating.movieFactors(), 2));
    assertThat(movie.getEmbedding().getBias()).isEqualTo(rating.movieBias()[2]);
    assertThat(values(movie("30", EmbeddingSpace.EMBEDDING_SPACE_UNSPECIFIED)))
        .isEqualTo(row(ranking.movieFactors(), 2));
    assertThat(
            values(get(EntityKind.ENTITY_KIND_USER, "5", EmbeddingSpace.EMBEDDING_SPACE_RANKING)))
        .isEqualTo(row(ranking.userFactors(), 4));
  }

  @Test
  void listsWhatIsMissingInABatch() {
    serve(CONTENT);
    BatchGetEmbeddingsResponse response =
        stub(EmbeddingServiceGrpc::newBlockingStub)
            .batchGetEmbeddings(
                BatchGetEmbeddingsRequest.newBuilder()
                    .setKind(EntityKind.ENTITY_KIND_MOVIE)
                    .addAllIds(List.of("40", "x", "10"))
                    .build());

    assertThat(response.getEmbeddingsList())
        .extracting(EntityEmbedding::getId)
        .containsExactly("40", "10");
    assertThat(response.getMissingIdsList()).containsExactly("x");
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    serve(VERSION.content(true, false));

    assertRefused(
        () -> movie("x", EmbeddingSpace.EMBEDDING_SPACE_RANKING), Reason.MOVIE_NOT_FOUND, "id");
    assertRefused(
        () ->
            get(
                EntityKind.ENTITY_KIND_USER,
                userId(VERSION.users() - 1),
                EmbeddingSpace.EMBEDDING_SPACE_RANKING),
        Reason.USER_NOT_FOUND,
        "id");
    assertRefused(
        () -> movie("10", EmbeddingSpace.EMBEDDING_SPACE_RATING), Reason.NO_RATING_SCORER, null);
    assertRefused(
        () -> get(EntityKind.ENTITY_KIND_UNSPECIFIED, "10", EmbeddingSpace.EMBEDDING_SPACE_RANKING),
        Reason.INVALID_REQUEST,
        "kind");
  }

  @Test
  void refusesTheContentSpaceByName() {
    serve(CONTENT);

    assertRefused(
        () -> movie("10", EmbeddingSpace.EMBEDDING_SPACE_CONTENT), Reason.UNIMPLEMENTED, "space");
    assertRefused(
        () ->
            stub(EmbeddingServiceGrpc::newBlockingStub)
                .batchGetEmbeddings(
                    BatchGetEmbeddingsRequest.newBuilder()
                        .setKind(EntityKind.ENTITY_KIND_MOVIE)
                        .addIds("x")
                        .setSpace(EmbeddingSpace.EMBEDDING_SPACE_CONTENT)
                        .build()),
        Reason.UNIMPLEMENTED,
        "space");
  }

  private GetEmbeddingResponse movie(String id, EmbeddingSpace space) {
    return get(EntityKind.ENTITY_KIND_MOVIE, id, space);
  }

  private GetEmbeddingResponse get(EntityKind kind, String id, EmbeddingSpace space) {
    return stub(EmbeddingServiceGrpc::newBlockingStub)
        .getEmbedding(
            GetEmbeddingRequest.newBuilder().setKind(kind).setId(id).setSpace(space).build());
  }

  private static List<Float> values(GetEmbeddingResponse response) {
    return response.getEmbedding().getEmbedding().getValuesList();
  }

  private static List<Float> row(float[] matrix, int row) {
    List<Float> values = new ArrayList<>();
    for (int index = 0; index < VERSION.dimension(); index++) {
      values.add(matrix[row * VERSION.dimension() + index]);
    }
    return values;
  }
}

package io.matinee.serving.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.grpc.StatusRuntimeException;
import io.matinee.model.scoring.FactorModel;
import io.matinee.proto.model.v1.MovieRating;
import io.matinee.proto.serving.v1.PredictRatingsRequest;
import io.matinee.proto.serving.v1.PredictRatingsResponse;
import io.matinee.proto.serving.v1.PredictedRating;
import io.matinee.proto.serving.v1.RecommendationServiceGrpc;
import io.matinee.runtime.error.ErrorStatus;
import io.matinee.runtime.error.Reason;
import io.matinee.serving.BruteForce;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("process")
class PredictRatingsTest extends RunningService {
  @Test
  void predictsAsAPlainLoopDoes() {
    String version = serve(CONTENT);
    PredictRatingsResponse response =
        predict(request -> request.setUserId("3").addMovieIds("70").addMovieIds("10"));
    double expected = BruteForce.score((FactorModel) CONTENT.rating().orElseThrow(), 2, 6);

    assertThat(response.getModelVersion()).isEqualTo(version);
    assertThat(response.getPredictionsList())
        .extracting(PredictedRating::getMovieId)
        .containsExactly("70", "10");
    assertThat((double) response.getPredictions(0).getPredictedRating())
        .isCloseTo(Math.clamp(expected, 0.5, 5), within(1e-5));
  }

  @Test
  void foldsInRatings() {
    serve(CONTENT);
    MovieRating low = MovieRating.newBuilder().setMovieId("10").setRating(0.5f).build();
    MovieRating high = low.toBuilder().setRating(5).build();

    assertThat(predicted(low, "20")).isLessThan(predicted(high, "20"));
  }

  @Test
  void outlivesThousandsOfBytesThatUnpackIntoMillionsOfIds() {
    serve(CONTENT);
    byte[] emptyIds = new byte[3_800_000];
    for (int i = 0; i < emptyIds.length; i += 2) {
      emptyIds[i] = 0x12;
    }
    StatusRuntimeException refused =
        catchThrowableOfType(
            StatusRuntimeException.class,
            () ->
                rawCalls()
                    .compressed()
                    .call("matinee.serving.v1.RecommendationService/PredictRatings", emptyIds));

    assertThat(ErrorStatus.reason(refused)).contains(Reason.REQUEST_TOO_LARGE);
    assertThat(predict(request -> request.setUserId("3").addMovieIds("70")).getPredictionsCount())
        .isEqualTo(1);
  }

  @Test
  void namesMoviesThatItDoesNotHaveAndPredictsTheOthers() {
    serve(CONTENT);

    PredictRatingsResponse response =
        predict(request -> request.setUserId("1").addAllMovieIds(List.of("x", "10", "y", "20")));

    assertThat(response.getPredictionsList())
        .extracting(PredictedRating::getMovieId)
        .containsExactly("10", "20");
    assertThat(response.getMissingIdsList()).containsExactly("x", "y");
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    serve(CONTENT);

    assertRefused(
        () -> predict(request -> request.setUserId("nobody").addMovieIds("10")),
        Reason.USER_NOT_FOUND,
        "user_id");
    assertRefused(
        () -> predict(request -> request.setUserId("1")), Reason.INVALID_REQUEST, "movie_ids");
  }

  @Test
  void refusesWithoutARatingScorer() {
    serve(VERSION.content(true, false));

    assertRefused(
        () -> predict(request -> request.setUserId("1").addMovieIds("10")),
        Reason.NO_RATING_SCORER,
        null);
  }

  private float predicted(MovieRating rating, String movieId) {
    return predict(request -> request.addRatings(rating).addMovieIds(movieId))
        .getPredictions(0)
        .getPredictedRating();
  }

  private PredictRatingsResponse predict(UnaryOperator<PredictRatingsRequest.Builder> request) {
    return stub(RecommendationServiceGrpc::newBlockingStub)
        .predictRatings(request.apply(PredictRatingsRequest.newBuilder()).build());
  }
}

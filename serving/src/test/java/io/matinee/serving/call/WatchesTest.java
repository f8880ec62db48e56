package io.matinee.serving.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.proto.model.v1.EventKind;
import io.matinee.proto.model.v1.MovieRating;
import io.matinee.proto.serving.v1.CatalogueServiceGrpc;
import io.matinee.proto.serving.v1.ListSeenMoviesRequest;
import io.matinee.proto.serving.v1.PredictRatingsRequest;
import io.matinee.proto.serving.v1.RecommendationServiceGrpc;
import io.matinee.proto.serving.v1.SeenMovie;
import io.matinee.runtime.error.Reason;
import io.matinee.serving.WatchedVersion;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Calls to a version that was trained on watches. */
@QuarkusTest
@Tag("process")
class WatchesTest extends RunningService {
  @BeforeEach
  void serveWatches() {
    var unused = serve(WatchedVersion.content());
  }

  @Test
  void areSeenWithoutARating() {
    List<SeenMovie> seen =
        stub(CatalogueServiceGrpc::newBlockingStub)
            .listSeenMovies(ListSeenMoviesRequest.newBuilder().setUserId("fan").build())
            .getMoviesList();

    assertThat(seen).extracting(movie -> movie.getMovie().getMovieId()).containsExactly("1", "2");
    assertThat(seen).noneMatch(SeenMovie::hasRating);
  }

  @Test
  void predictNoRatings() {
    PredictRatingsRequest known =
        PredictRatingsRequest.newBuilder().setUserId("fan").addMovieIds("3").build();
    PredictRatingsRequest folded =
        PredictRatingsRequest.newBuilder()
            .addRatings(
                MovieRating.newBuilder().setMovieId("1").setEventKind(EventKind.EVENT_KIND_WATCH))
            .addMovieIds("3")
            .build();

    for (PredictRatingsRequest request : List.of(known, folded)) {
      assertRefused(
          () -> stub(RecommendationServiceGrpc::newBlockingStub).predictRatings(request),
          Reason.NO_RATING_SCORER,
          null);
    }
  }
}

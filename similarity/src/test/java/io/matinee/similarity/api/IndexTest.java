package io.matinee.similarity.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.model.scoring.FactorModel;
import io.matinee.proto.similarity.v1.FindSimilarMoviesResponse;
import io.matinee.proto.similarity.v1.GetIndexRequest;
import io.matinee.proto.similarity.v1.GetIndexResponse;
import io.matinee.proto.similarity.v1.SearchMethod;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("process")
class IndexTest extends RunningService {
  private static final int NOT_LOADED_BEFORE = 31;

  @TestHTTPResource("/metrics")
  URI metrics;

  @Test
  void describesTheIndex() {
    GetIndexResponse index = stub().getIndex(GetIndexRequest.getDefaultInstance());

    assertThat(index.getModelVersion()).isEqualTo(version);
    assertThat(index.getMovies()).isEqualTo(content.catalogue().candidateCount());
    assertThat(index.getDistinctVectors()).isPositive().isLessThan(index.getMovies());
    assertThat(index.getDimension())
        .isEqualTo(((FactorModel) content.ranking().orElseThrow()).dimension());
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

  private String exported() throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString()).body();
    }
  }
}

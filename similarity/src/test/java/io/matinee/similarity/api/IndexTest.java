package io.matinee.similarity.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.model.scoring.FactorModel;
import io.matinee.proto.model.v1.EmbeddingSpace;
import io.matinee.proto.similarity.v1.FindSimilarMoviesResponse;
import io.matinee.proto.similarity.v1.GetIndexRequest;
import io.matinee.proto.similarity.v1.GetIndexResponse;
import io.matinee.proto.similarity.v1.IndexedSpace;
import io.matinee.proto.similarity.v1.SearchMethod;
import io.matinee.runtime.time.Times;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("process")
class IndexTest extends RunningService {
  private static final int NOT_LOADED_BEFORE = 31;

  @TestHTTPResource("/metrics")
  URI metrics;

  @ConfigProperty(name = "matinee.cache.directory")
  @SuppressWarnings("NullAway.Init") // Injected.
  Path cache;

  @Test
  void describesTheIndex() {
    GetIndexResponse response = stub().getIndex(GetIndexRequest.getDefaultInstance());

    assertThat(response.getModelVersion()).isEqualTo(version);
    assertThat(response.getSpacesList()).hasSize(2);
    IndexedSpace index = response.getSpaces(0);
    assertThat(index.getSpace()).isEqualTo(EmbeddingSpace.EMBEDDING_SPACE_RANKING);
    assertThat(index.getMovieCount()).isEqualTo(content.catalogue().candidateCount());
    assertThat(index.getDistinctVectorCount())
        .isPositive()
        .isLessThanOrEqualTo(index.getMovieCount());
    assertThat(index.getDimension())
        .isEqualTo(((FactorModel) content.ranking().orElseThrow()).dimension());
    assertThat(index.getDefaultMethod()).isEqualTo(SearchMethod.SEARCH_METHOD_EXACT);
    assertThat(index.getBuildTime().getSeconds()).isPositive();
    assertThat(Times.duration(index.getBuildDuration())).isGreaterThanOrEqualTo(Duration.ZERO);
    assertThat(index.getMaximumConnectionCount()).isEqualTo(16);
    assertThat(index.getBeamWidth()).isEqualTo(100);
    IndexedSpace ofContent = response.getSpaces(1);
    assertThat(ofContent.getSpace()).isEqualTo(EmbeddingSpace.EMBEDDING_SPACE_CONTENT);
    assertThat(ofContent.getMovieCount()).isEqualTo(content.catalogue().size());
    assertThat(ofContent.getDimension()).isPositive();
    assertThat(ofContent.getDefaultMethod()).isEqualTo(SearchMethod.SEARCH_METHOD_EXACT);
    assertThat(ofContent.hasBuildTime()).isFalse();
  }

  @Test
  void takesTheKeptIndexWhenTheAliasGoesBackToTheSameVectors() {
    GetIndexResponse first = stub().getIndex(GetIndexRequest.getDefaultInstance());
    FindSimilarMoviesResponse found = find(request(STAR_WARS));
    point(registry.publishTiny(NOT_LOADED_BEFORE));
    assertThat(indexed().getBuildTime()).isNotEqualTo(first.getSpaces(0).getBuildTime());

    String again = registry.publishTiny(1);
    point(again);

    assertThat(stub().getIndex(GetIndexRequest.getDefaultInstance()))
        .isEqualTo(first.toBuilder().setModelVersion(again).build());
    assertThat(find(request(STAR_WARS)).getMoviesList()).isEqualTo(found.getMoviesList());
  }

  @Test
  void notesWhichKeptIndexTheNextStartUses() throws IOException {
    point(registry.publishTiny(1));
    Path note = cache.resolve("current").resolve("movies.production");
    String key = Files.readAllLines(note).getLast();

    assertThat(cache.resolve("derived").resolve(key)).isNotEmptyDirectory();
  }

  @Test
  void exportsWhatTheIndexIsAsGauges() throws IOException, InterruptedException {
    IndexedSpace index = indexed();
    String number = version.substring(version.lastIndexOf('/') + 1);
    String labels = "{model=\"movies\",version=\"" + number + "\"} ";

    String exported = exported();

    assertThat(exported.lines())
        .contains(
            "matinee_similarity_index_movies" + labels + (double) index.getMovieCount(),
            "matinee_similarity_index_distinct_vectors"
                + labels
                + (double) index.getDistinctVectorCount(),
            "matinee_similarity_index_recall" + labels + "1.0",
            "matinee_similarity_index_exact" + labels + "1.0");
    registry.clearAlias();
    registry.awaitReport(status -> status.getLoaded().getModelVersion().isEmpty());
    assertThat(exported()).doesNotContain("matinee_similarity_index_movies{");
  }

  private IndexedSpace indexed() {
    return stub().getIndex(GetIndexRequest.getDefaultInstance()).getSpaces(0);
  }

  private String exported() throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString()).body();
    }
  }
}

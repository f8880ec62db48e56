package io.matinee.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.proto.serving.v1.CatalogueServiceGrpc;
import io.matinee.proto.serving.v1.SearchMoviesRequest;
import org.junit.jupiter.api.Test;

class GrpcurlTest {
  @Test
  void quotesTheRequestForAShell() {
    SearchMoviesRequest request =
        SearchMoviesRequest.newBuilder().setQuery("Schindler's").setPageSize(3).build();

    assertThat(
            Grpcurl.line("127.0.0.1:9002", CatalogueServiceGrpc.getSearchMoviesMethod(), request))
        .isEqualTo(
            "grpcurl -plaintext -d '{\"query\":\"Schindler\\u0027s\",\"page_size\":3}' 127.0.0.1:9002"
                + " matinee.serving.v1.CatalogueService/SearchMovies");
  }
}

package io.matinee.similarity.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.matinee.proto.model.v1.FollowedAlias;
import io.matinee.proto.similarity.v1.FindSimilarMoviesRequest;
import io.matinee.proto.similarity.v1.SearchMethod;
import io.matinee.runtime.error.ErrorStatus;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.testing.SealedFiles;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Files of the cache that change under the running service. */
@QuarkusTest
@Tag("process")
class DamageTest extends RunningService {
  @ConfigProperty(name = "matinee.cache.directory")
  @SuppressWarnings("NullAway.Init") // Injected.
  Path cache;

  @Test
  void buildsAnewAnIndexWhoseFilesBecameShorter() throws IOException {
    FindSimilarMoviesRequest.Builder walk =
        request(STAR_WARS).setMethod(SearchMethod.SEARCH_METHOD_HNSW);
    List<String> right = ids(find(walk));
    FollowedAlias before = alias();
    try (Stream<Path> files = Files.walk(cache.resolve("derived"))) {
      files.filter(Files::isRegularFile).forEach(SealedFiles::truncate);
    }

    StatusRuntimeException failure = failure(walk);
    assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.DATA_LOSS);
    assertThat(ErrorStatus.reason(failure)).contains(Reason.BLOB_CORRUPT);

    registry.awaitReport(
        status ->
            status.getLoaded().getModelVersion().equals(version)
                && !status.getLoaded().getLoadTime().equals(before.getLoaded().getLoadTime()));
    assertThat(ids(find(walk))).isEqualTo(right);
  }
}

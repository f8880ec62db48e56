package io.matinee.serving.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.proto.model.v1.FollowedAlias;
import io.matinee.proto.serving.v1.RecommendResponse;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.testing.SealedFiles;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Files of the cache that change under the running service. */
@QuarkusTest
@Tag("process")
class DamageTest extends RunningService {
  private static final String FACTORS = "ranking";

  @ConfigProperty(name = "matinee.cache.directory")
  @SuppressWarnings("NullAway.Init") // Injected.
  Path cache;

  @Test
  void loadsAVersionAgainWhoseFactorsBecameShorter() {
    String version = serve(CONTENT);
    RecommendResponse right = recommend();
    FollowedAlias before = alias();
    int downloads = registry.downloads(version, FACTORS);
    SealedFiles.truncate(cache.resolve("blobs/sha256").resolve(registry.digest(version, FACTORS)));

    assertRefused(this::recommend, Reason.BLOB_CORRUPT, null);

    registry.awaitReport(
        status ->
            status.getLoaded().getModelVersion().equals(version)
                && !status.getLoaded().getLoadTime().equals(before.getLoaded().getLoadTime()));
    assertThat(recommend()).isEqualTo(right);
    assertThat(registry.downloads(version, FACTORS)).isEqualTo(downloads + 1);
  }
}

package io.matinee.runtime.following;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.model.snapshot.UnsupportedFormatException;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoadFailuresTest {
  @Test
  void saysOfAnOlderFormatWhatIsToBeDone() {
    MatineeException told = LoadFailures.explain(new UnsupportedFormatException(1));

    assertThat(told.reason()).isEqualTo(Reason.FORMAT_UNSUPPORTED);
    assertThat(told).hasMessageContaining("import the ratings and train again in a new home");
  }

  @Test
  void tellsOnAllThatTheRegistryTold() {
    MatineeException refusal =
        MatineeException.of(Reason.DATABASE_UNAVAILABLE, "it is away")
            .with("model_version", "models/movies/versions/1")
            .retryAfter(Duration.ofSeconds(7));

    MatineeException told = LoadFailures.explain(refusal.toStatus());

    assertThat(told.reason()).isEqualTo(Reason.DATABASE_UNAVAILABLE);
    assertThat(told.metadata()).containsEntry("model_version", "models/movies/versions/1");
    assertThat(told.retryDelay()).contains(Duration.ofSeconds(7));
  }

  @Test
  void countsAnExhaustedQuotaAsAFullDisk() {
    IOException quota = new FileSystemException("blobs/a", null, "Disk quota exceeded");
    MatineeException told = LoadFailures.explain(new UncheckedIOException("cannot fetch", quota));

    assertThat(told.reason()).isEqualTo(Reason.STORAGE_FULL);
  }
}

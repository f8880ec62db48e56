package io.matinee.runtime.following;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.model.snapshot.UnsupportedFormatException;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import org.junit.jupiter.api.Test;

class LoadFailuresTest {
  @Test
  void saysOfAnOlderFormatWhatIsToBeDone() {
    MatineeException told = LoadFailures.explain(new UnsupportedFormatException(1));

    assertThat(told.reason()).isEqualTo(Reason.FORMAT_UNSUPPORTED);
    assertThat(told).hasMessageContaining("import the ratings and train again in a new home");
  }

  @Test
  void countsAnExhaustedQuotaAsAFullDisk() {
    IOException quota = new FileSystemException("blobs/a", null, "Disk quota exceeded");
    MatineeException told = LoadFailures.explain(new UncheckedIOException("cannot fetch", quota));

    assertThat(told.reason()).isEqualTo(Reason.STORAGE_FULL);
  }
}

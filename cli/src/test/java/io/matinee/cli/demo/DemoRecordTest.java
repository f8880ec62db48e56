package io.matinee.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.proto.model.v1.RatingScale;
import io.matinee.proto.trainer.v1.ImportOptions;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DemoRecordTest {
  private static final ImportOptions AS_IT_SAYS = ImportOptions.getDefaultInstance();
  private static final ImportOptions ON_TEN =
      ImportOptions.newBuilder().setScale(RatingScale.newBuilder().setMaximum(10)).build();

  @Test
  void servesTheSamePathThatIsReadAlike() {
    DemoRecord record = DemoRecord.of(settings(Optional.of(Path.of("a.csv")), ON_TEN), "v");
    assertThat(record.serves(settings(Optional.of(Path.of("a.csv")), ON_TEN))).isTrue();
    assertThat(record.serves(settings(Optional.of(Path.of("b.csv")), ON_TEN))).isFalse();
    assertThat(record.serves(settings(Optional.of(Path.of("a.csv")), AS_IT_SAYS))).isFalse();
    assertThat(record.serves(settings(Optional.empty(), AS_IT_SAYS))).isTrue();
  }

  private static DemoSettings settings(Optional<Path> data, ImportOptions options) {
    return new DemoSettings(data, options, true, Optional.empty(), 42);
  }
}

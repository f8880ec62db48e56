package io.matinee.cli.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matinee.cli.failure.CommandFailure;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FileFormatTest {

  @Test
  void isTheOneThatTheNameEndsIn() {
    assertThat(FileFormat.of(Path.of("x.PARQUET"), Optional.empty())).isEqualTo(FileFormat.parquet);
    assertThat(FileFormat.of(Path.of("x.csv"), Optional.empty())).isEqualTo(FileFormat.csv);
    assertThat(FileFormat.of(Path.of("ratings"), Optional.empty())).isEqualTo(FileFormat.csv);
  }

  @Test
  void isTheOneAskedForWhereTheNameEndsInNone() {
    assertThat(FileFormat.of(Path.of("x.data"), Optional.of(FileFormat.parquet)))
        .isEqualTo(FileFormat.parquet);
  }

  @Test
  void refusesANameThatEndsInAnother() {
    Path file = Path.of("x.parquet");
    assertThatThrownBy(() -> FileFormat.of(file, Optional.of(FileFormat.csv)))
        .isInstanceOf(CommandFailure.class)
        .hasMessage("x.parquet would hold csv; rename it, or say --format parquet");
  }
}

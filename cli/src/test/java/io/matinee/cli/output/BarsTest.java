package io.matinee.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BarsTest {
  private static final Bars BLOCKS = Bars.of(StandardCharsets.UTF_8);
  private static final Bars MARKS = Bars.of(StandardCharsets.US_ASCII);

  @Test
  void drawsBlocksByEighthsWhereTheCharsetHasThem() {
    assertThat(BLOCKS.bar(1, 1)).isEqualTo("█".repeat(30));
    assertThat(BLOCKS.bar(1, 60)).isEqualTo("▌");
    assertThat(BLOCKS.bar(13, 120)).isEqualTo("███▎");
  }

  @Test
  void drawsMarksWhereItHasNot() {
    assertThat(MARKS.bar(1, 1)).isEqualTo("#".repeat(30));
    assertThat(MARKS.bar(1, 2)).isEqualTo("#".repeat(15));
  }

  @Test
  void drawsNothingForNothingAloneAndNeverMoreThanTheWhole() {
    assertThat(BLOCKS.bar(0, 0)).isEmpty();
    assertThat(MARKS.bar(0, 5)).isEmpty();
    assertThat(BLOCKS.bar(1, 1_000_000)).isEqualTo("▏");
    assertThat(MARKS.bar(1, 1_000_000)).isEqualTo("#");
    assertThat(BLOCKS.bar(7, 5)).hasSize(30);
  }
}

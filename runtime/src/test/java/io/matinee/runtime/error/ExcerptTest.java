package io.matinee.runtime.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExcerptTest {
  @Test
  void showsWhatHasNoFormOfItsOwn() {
    assertThat(Excerpt.of("a\nb\r\tc")).isEqualTo("\"a\\nb\\r\\tc\"");
    assertThat(Excerpt.of("\0\u001b\u007f\u0085")).isEqualTo("\"\\u0000\\u001B\\u007F\\u0085\"");
    assertThat(Excerpt.of("\u2028\u2029\u202e\u2066"))
        .isEqualTo("\"\\u2028\\u2029\\u202E\\u2066\"");
    assertThat(Excerpt.of("\ud83d!\ude00")).isEqualTo("\"\\uD83D!\\uDE00\"");
    assertThat(Excerpt.of("ünï 😀")).isEqualTo("\"ünï 😀\"");
  }

  @Test
  void tellsWhereAnInputEnds() {
    assertThat(Excerpt.of("a\" \\")).isEqualTo("\"a\\\" \\\\\"");
  }

  @Test
  void cutsBetweenCharacters() {
    assertThat(Excerpt.of("x".repeat(256))).isEqualTo('"' + "x".repeat(256) + '"');
    assertThat(Excerpt.of("x".repeat(257))).isEqualTo('"' + "x".repeat(253) + "…\"");
    assertThat(Excerpt.of("x" + "😀".repeat(64))).isEqualTo("\"x" + "😀".repeat(63) + "…\"");
    assertThat(Excerpt.line("a\n\n\n\n", 6)).isEqualTo("a\\n…");
  }

  @Test
  void keepsALineAndItsBoundWhateverItIsGiven() {
    SplittableRandom random = new SplittableRandom(7);
    for (int round = 0; round < 2_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(40); i > 0; i--) {
        text.append((char) random.nextInt(random.nextBoolean() ? 0x80 : 0x10000));
      }
      int most = 3 + random.nextInt(60);
      String line = Excerpt.line(text.toString(), most);
      assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(most);
      assertThat(line.lines().count()).isLessThanOrEqualTo(1);
      assertThat(Excerpt.line(line, most)).isEqualTo(line);
    }
  }
}

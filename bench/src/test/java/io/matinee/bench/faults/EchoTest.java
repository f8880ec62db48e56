package io.matinee.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class EchoTest {
  private static final String LONG = letters(5_000);

  @Test
  void findsARunOverTheLimitWhereverItLies() {
    for (int at = 0; at < 300; at += 37) {
      String said =
          "x".repeat(at) + LONG.substring(1_000 + at, 1_000 + at + Echo.LONGEST + 1) + "y";

      assertThat(Echo.tooLong(said, LONG)).as("at " + at).isTrue();
    }
  }

  @Test
  void allowsRunsUpToTheLimit() {
    String part = LONG.substring(7, 7 + Echo.LONGEST);

    assertThat(Echo.tooLong("name: " + part + "\n" + part, LONG)).isFalse();
    assertThat(Echo.tooLong("field: value is required ".repeat(40), LONG)).isFalse();
  }

  private static String letters(int count) {
    StringBuilder text = new StringBuilder();
    new Random(1).ints(count, 'a', 'z').forEach(letter -> text.append((char) letter));
    return text.toString();
  }
}

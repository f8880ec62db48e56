package io.matinee.bench.faults.call;

import java.util.List;
import java.util.random.RandomGenerator;

/** Texts that programs stumble over. */
final class OddText {
  private static final int LONGEST = 200_000;

  private static final List<String> SHORT =
      List.of(
          "",
          " ",
          "\0",
          "a\0b",
          "..",
          ".",
          "../../../../etc/passwd",
          "/etc/passwd",
          "/proc/self/environ",
          "a/../b",
          "models/../versions/1",
          "models/movies/versions/99999999999999999999",
          "models/movies/versions/1\n",
          "evaluations/..",
          "evaluations/y/z",
          "datasets/faults/versions/0",
          "trainer/operations/..",
          "line\nERROR forged",
          "\r\n\t\u001b[31m\u0007",
          "%s%n%d{0}${jndi:x}",
          "'; drop table ratings; --",
          "\u202e\u200b\ufeff",
          "\ud83c\udfac\ud83c\udfac",
          "\ufffe\uffff",
          "NaN",
          "-1",
          "9223372036854775808",
          "AAAA====",
          "con.csv:stream");

  private OddText() {}

  static String draw(RandomGenerator random) {
    return switch (random.nextInt(16)) {
      case 0 -> of(1 + random.nextInt(LONGEST), random);
      case 1, 2, 3 -> of(200 + random.nextInt(200), random);
      default -> SHORT.get(random.nextInt(SHORT.size()));
    };
  }

  /** Returns a text of so many bytes, all of the same letter: of one byte or of two. */
  static String of(long bytes, RandomGenerator random) {
    int length = (int) Math.clamp(bytes, 0, LONGEST);
    return random.nextBoolean()
        ? "x".repeat(length)
        : "\u00e9".repeat(length / 2) + "x".repeat(length % 2);
  }
}

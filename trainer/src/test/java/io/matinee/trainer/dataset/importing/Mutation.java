package io.matinee.trainer.dataset.importing;

import io.matinee.trainer.dataset.rating.Damage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Damages a file, and copies, takes out or puts in parts of which readers are afraid. */
final class Mutation {
  private static final List<String> WORDS =
      List.of(
          "\"",
          "\"\"",
          "\0",
          "\r",
          "\r\n",
          "\n\n",
          "\uFEFF",
          "\u00FF\u00FE",
          "\\ud800",
          "\\u0000",
          "9".repeat(400),
          "1e999999999",
          "-0",
          "99999999999999999999",
          "0x7F",
          "NaN",
          "null",
          "::",
          "|",
          "\t",
          ";",
          "{",
          "}",
          "[",
          "]",
          ":",
          "1:",
          "'",
          "(",
          "(1995)",
          "\u2028",
          "\u0085",
          "\uD83C\uDFAC",
          "x".repeat(300),
          "movieId",
          "userId",
          "rating",
          "%s",
          "*");

  private Mutation() {}

  /** Returns a mutated copy. */
  static byte[] of(byte[] file, SplittableRandom random) {
    byte[] mutated = Damage.to(file, random);
    for (int change = random.nextInt(3); change > 0; change--) {
      int at = random.nextInt(mutated.length + 1);
      int from = random.nextInt(mutated.length + 1);
      int length = Math.min(mutated.length - from, random.nextInt(60));
      byte[] inserted =
          switch (random.nextInt(3)) {
            case 0 -> Arrays.copyOfRange(mutated, from, from + length);
            case 1 -> new byte[0];
            default -> WORDS.get(random.nextInt(WORDS.size())).getBytes(StandardCharsets.UTF_8);
          };
      int rest = inserted.length == 0 ? Math.min(mutated.length, at + random.nextInt(40)) : at;
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.write(mutated, 0, at);
      out.writeBytes(inserted);
      out.write(mutated, rest, mutated.length - rest);
      mutated = out.toByteArray();
    }
    return mutated;
  }
}

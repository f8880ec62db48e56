package io.matinee.trainer.dataset.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EitherByteTest {
  private static final byte[] ALPHABET = {0, 1, '\n', 11, ',', '-', '+', 'a', 127, -128, -1};

  @Test
  void findsTheNextOfTwoBytesFromAnywhere() {
    SplittableRandom random = new SplittableRandom(1);
    for (int run = 0; run < 10_000; run++) {
      byte one = any(random);
      byte other = any(random);
      byte[] bytes = new byte[random.nextInt(1, 30) + Long.BYTES];
      for (int at = 0; at < bytes.length; at++) {
        bytes[at] = any(random);
      }
      bytes[bytes.length - Long.BYTES] = one;
      int from = random.nextInt(bytes.length - Long.BYTES + 1);
      int next = from;
      while (bytes[next] != one && bytes[next] != other) {
        next++;
      }
      assertThat(new EitherByte(one, other).next(bytes, from)).isEqualTo(next);
    }
  }

  private static byte any(SplittableRandom random) {
    return ALPHABET[random.nextInt(ALPHABET.length)];
  }
}

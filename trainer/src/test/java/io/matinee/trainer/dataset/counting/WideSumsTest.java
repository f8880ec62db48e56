package io.matinee.trainer.dataset.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class WideSumsTest {
  @Test
  void addsWhatALongCannotHold() {
    WideSums sums = new WideSums();
    sums.grow(3);
    BigInteger expected = BigInteger.ZERO;
    for (long number : new long[] {Long.MAX_VALUE, 1L << 60, -5, Long.MAX_VALUE, 7, -(1L << 40)}) {
      sums.add(1, number);
      expected = expected.add(BigInteger.valueOf(number));
    }
    sums.add(2, -3);
    sums.grow(6);
    assertThat(sums.sum(0)).isEqualTo(BigInteger.ZERO);
    assertThat(sums.sum(1)).isEqualTo(expected);
    assertThat(sums.sum(2)).isEqualTo(BigInteger.valueOf(-3));
  }
}

package io.matinee.model.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folds against the hash worked out in whole numbers without bounds. */
class FoldHoldOutTest {
  private static final BigInteger WORD = BigInteger.ONE.shiftLeft(64);
  private static final int RATINGS = 20_000;

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 10, 100})
  void eachRatingIsInTheOneFoldThatItsHashSays(int folds) {
    int[] sizes = new int[folds];
    for (int rating = 0; rating < RATINGS; rating++) {
      String user = "u" + rating % 131;
      String movie = "\u6620" + rating;
      int[] holding =
          IntStream.rangeClosed(1, folds)
              .filter(fold -> new FoldHoldOut(folds, fold, "salt").heldOut(user, movie, 0))
              .toArray();
      assertThat(holding).containsExactly(1 + fold("salt\0" + user + "\0" + movie + "\0", folds));
      sizes[holding[0] - 1]++;
    }
    double expected = (double) RATINGS / folds;
    assertThat(IntStream.of(sizes))
        .allMatch(size -> Math.abs(size - expected) < 6 * Math.sqrt(expected));
  }

  @Test
  void otherFoldsOfOtherSalts() {
    assertThat(
            IntStream.range(0, RATINGS)
                .filter(
                    rating ->
                        new FoldHoldOut(5, 1, "a").heldOut("u", "m" + rating, 0)
                            && new FoldHoldOut(5, 1, "b").heldOut("u", "m" + rating, 0))
                .count())
        .isBetween(RATINGS / 25 - 200L, RATINGS / 25 + 200L);
    assertThat(new FoldHoldOut(5, 1, "a").digest())
        .isNotEqualTo(new FoldHoldOut(5, 1, "b").digest())
        .isNotEqualTo(new FoldHoldOut(5, 2, "a").digest())
        .isNotEqualTo(new FoldHoldOut(6, 1, "a").digest());
  }

  @Test
  void refusesFoldsThatThereAreNot() {
    assertThatThrownBy(() -> new FoldHoldOut(5, 6, "")).hasMessageContaining("no fold 6 of 5");
    assertThatThrownBy(() -> new FoldHoldOut(1, 1, "")).hasMessageContaining("2 to 100");
    assertThatThrownBy(() -> new FoldHoldOut(5, 0, "")).hasMessageContaining("no fold 0");
  }

  private static int fold(String text, int folds) {
    BigInteger hash = new BigInteger("cbf29ce484222325", 16);
    for (byte value : text.getBytes(StandardCharsets.UTF_8)) {
      hash =
          hash.xor(BigInteger.valueOf(value & 0xff))
              .multiply(new BigInteger("100000001b3", 16))
              .mod(WORD);
    }
    hash = mixed(hash, 30, "bf58476d1ce4e5b9");
    hash = mixed(hash, 27, "94d049bb133111eb");
    hash = hash.xor(hash.shiftRight(31));
    return hash.shiftRight(11).multiply(BigInteger.valueOf(folds)).shiftRight(53).intValueExact();
  }

  private static BigInteger mixed(BigInteger hash, int shift, String factor) {
    return hash.xor(hash.shiftRight(shift)).multiply(new BigInteger(factor, 16)).mod(WORD);
  }
}

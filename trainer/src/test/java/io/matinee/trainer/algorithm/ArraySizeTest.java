package io.matinee.trainer.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arrays that would pass what an array can hold, told from sizes alone. */
class ArraySizeTest {

  @ParameterizedTest
  @CsvSource({"als, 27183337", "biased-mf, 32537630"})
  void theLastThatFitsFitsAndTheNextIsRefused(String algorithm, long users) {
    assertThat(settings(algorithm, "64", users, 10)).isNotEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(algorithm, "64", users + 1, 10))
        .withMessageContaining("dimensions is 64, too large for " + (users + 1) + " users")
        .withMessageEndingWith("give at most 63");
  }

  @Test
  void moviesCountAsUsersDo() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings("als", "1024", 10, 3_000_000))
        .withMessage(
            "dimensions is 1024, too large for 3000000 movies in one array; give at most 700");
  }

  @Test
  void productsOfMoreThanSixtyThreeBitsAreRefusedToo() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings("als", "1024", Long.MAX_VALUE, 10))
        .withMessageEndingWith("there are too many for any");
  }

  @Test
  void whatKeepsNoVectorsTakesAnySize() {
    assertThat(
            AlgorithmCatalogue.algorithm("popular").orElseThrow().arrays(new Extent(1L << 40, 1)))
        .isEmpty();
  }

  private static Map<String, String> settings(
      String algorithm, String dimensions, long users, long movies) {
    return new KeptChoice(algorithm, Map.of("dimensions", dimensions))
        .choice()
        .settings(AlgorithmCatalogue.algorithm(algorithm).orElseThrow(), new Extent(users, movies))
        .values();
  }
}

package io.matinee.trainer.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The algorithms that are listed, and how settings are refused. */
class AlgorithmCatalogueTest {

  @Test
  void listsEveryAlgorithmById() {
    assertThat(AlgorithmCatalogue.all())
        .extracting(AlgorithmDescription::id)
        .containsExactly("als", "baseline", "biased-mf", "popular");
  }

  @Test
  void knowsNothingOfOtherIds() {
    assertThat(AlgorithmCatalogue.find("svd")).isEmpty();
  }

  @Test
  void everyDefaultIsAllowed() {
    assertThat(AlgorithmCatalogue.all())
        .allSatisfy(
            description ->
                assertThat(description.validated(Map.of()))
                    .hasSameSizeAs(description.hyperParameters()));
  }

  @Test
  void keepsWhatIsGivenAndCompletesTheRest() {
    assertThat(als().validated(Map.of("dimensions", "8")))
        .containsEntry("dimensions", "8")
        .containsEntry("iterations", "15");
  }

  @Test
  void refusesAnUnknownKeyNamingTheKnownOnes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> als().validated(Map.of("rank", "8")))
        .withMessageContaining("\"rank\"")
        .withMessageContaining("dimensions");
  }

  @Test
  void refusesAValueOutsideItsRangeNamingTheRange() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> als().validated(Map.of("dimensions", "0")))
        .withMessage("dimensions is \"0\"; give a whole number from 1 to 1024");
  }

  @Test
  void refusesAFractionWhereAWholeNumberIsNeeded() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> als().validated(Map.of("dimensions", "8.5")))
        .withMessageContaining("a whole number");
  }

  @Test
  void refusesTextAndNaN() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> als().validated(Map.of("alpha", "much")))
        .withMessageContaining("alpha is \"much\"");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> als().validated(Map.of("alpha", "NaN")))
        .withMessageContaining("alpha is \"NaN\"");
  }

  private static AlgorithmDescription als() {
    return AlgorithmCatalogue.find("als").orElseThrow();
  }
}

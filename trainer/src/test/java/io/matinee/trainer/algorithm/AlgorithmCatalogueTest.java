package io.matinee.trainer.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.matinee.model.ratings.EventKind;
import io.matinee.model.snapshot.Lack;
import io.matinee.model.snapshot.ScorerTraits;
import io.matinee.trainer.algorithm.setting.Flag;
import io.matinee.trainer.algorithm.setting.HyperParameter;
import io.matinee.trainer.algorithm.setting.Settings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The algorithms that are listed, and how settings are refused. */
class AlgorithmCatalogueTest {

  @Test
  void listsEveryAlgorithmById() {
    assertThat(AlgorithmCatalogue.all())
        .extracting(AlgorithmDescription::id)
        .containsExactly(
            "als",
            "auto",
            "baseline",
            "biased-mf",
            "ease",
            "embedding-dot",
            "embedding-network",
            "item-neighbours",
            "popular");
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
                assertThat(description.settings(Map.of()).values())
                    .hasSameSizeAs(description.hyperParameters()));
  }

  @Test
  void keepsWhatIsGivenAndCompletesTheRest() {
    assertThat(settings("dimensions", "8").values())
        .containsEntry("dimensions", "8")
        .containsEntry("iterations", "10");
  }

  @Test
  void equalValuesAreWrittenAlike() {
    assertThat(settings("alpha", "1e1")).isEqualTo(settings("alpha", "10.00"));
  }

  @Test
  void refusesAnUnknownKeyNamingTheKnownOnes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings("rank", "8"))
        .withMessage(
            "als has no hyper-parameter \"rank\"; it has dimensions, regularisation,"
                + " regularisation-exponent, alpha, iterations, minimum-rating");
  }

  @Test
  void refusesATypoNamingTheKeyThatIsNear() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings("dimension", "8"))
        .withMessageStartingWith(
            "als has no hyper-parameter \"dimension\", perhaps dimensions is meant; it has");
  }

  @Test
  void refusesAValueThatIsNotAllowed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings("dimensions", "0"))
        .withMessage("dimensions is \"0\"; give a whole number from 1 to 1024");
  }

  @Test
  void aDescriptionThatContradictsItselfIsNotMade() {
    Flag flag = Flag.of("normalise", "", true);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> description(Task.RANKING, flag, flag))
        .withMessageContaining("one key");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> description(Task.RATING, flag))
        .withMessageContaining("lacks");
  }

  private static AlgorithmDescription description(Task task, HyperParameter<?>... parameters) {
    return new AlgorithmDescription(
        "x",
        "",
        "",
        Set.of(task),
        Set.of(EventKind.RATING),
        List.of(parameters),
        ScorerTraits.lacking(Lack.RATINGS),
        false);
  }

  private static Settings settings(String key, String value) {
    return new KeptChoice("als", Map.of(key, value))
        .choice()
        .settings(AlgorithmCatalogue.find("als").orElseThrow());
  }
}

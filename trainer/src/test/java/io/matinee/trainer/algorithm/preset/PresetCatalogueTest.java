package io.matinee.trainer.algorithm.preset;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.trainer.algorithm.AlgorithmCatalogue;
import io.matinee.trainer.algorithm.AlgorithmDescription;
import io.matinee.trainer.algorithm.Task;
import org.junit.jupiter.api.Test;

/** The presets that are listed. */
class PresetCatalogueTest {

  @Test
  void listsEveryPresetById() {
    assertThat(PresetCatalogue.all())
        .extracting(Preset::id)
        .containsExactly(
            "notebook-000",
            "notebook-000-as-written",
            "notebook-001-net",
            "notebook-001-netv2",
            "notebook-001-netv2-as-written",
            "notebook-001-v1",
            "notebook-001-v2",
            "notebook-002",
            "notebook-003-deep",
            "notebook-003-deep-as-written",
            "notebook-003-mf");
  }

  @Test
  void everyPresetSetsAnAlgorithmThatPredictsRatingsToWhatItAllows() {
    assertThat(PresetCatalogue.all())
        .allSatisfy(
            preset -> {
              AlgorithmDescription algorithm =
                  AlgorithmCatalogue.find(preset.choice().algorithm()).orElseThrow();
              assertThat(algorithm.tasks()).contains(Task.RATING, Task.RANKING);
              assertThat(preset.choice().choice().settings(algorithm).values())
                  .containsAllEntriesOf(preset.choice().settings());
            });
  }

  @Test
  void theFormAsWrittenDiffersInItsFaultsAlone() {
    Preset right = PresetCatalogue.find("notebook-001-netv2").orElseThrow();
    Preset faulty = PresetCatalogue.find("notebook-001-netv2-as-written").orElseThrow();

    assertThat(faulty.choice().settings())
        .containsAllEntriesOf(right.choice().settings())
        .containsEntry("product", "of-batch")
        .hasSize(right.choice().settings().size() + 1);
  }
}

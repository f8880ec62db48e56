package io.matinee.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Value;
import io.matinee.cli.failure.CommandFailure;
import io.matinee.proto.trainer.v1.TrainModelRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingSettingsTest {
  private static final HyperParameterTexts TEXTS = new HyperParameterTexts(List::of);

  @TempDir Path folder;

  @Test
  void leavesTheAlgorithmsToTheTrainerWhenNothingIsSaid() {
    TrainModelRequest request = new TrainingSettings(Map.of()).request("r", TEXTS);

    assertThat(request.getModel()).isEqualTo("models/movies");
    assertThat(request.getDataset()).isEqualTo("datasets/movielens");
    assertThat(request.hasRanking()).isTrue();
    assertThat(request.getRanking().getAlgorithmId()).isEmpty();
    assertThat(request.hasRating()).isTrue();
    assertThat(request.getRating().getAlgorithmId()).isEmpty();
    assertThat(request.hasHoldOut()).isFalse();
    assertThat(request.getRequestId()).isEqualTo("r");
  }

  @Test
  void readsNestedYamlAndLetsSettingsWinOverIt() throws IOException {
    Path file = folder.resolve("settings.yaml");
    Files.writeString(
        file,
        """
        dataset: mine
        seed: 7
        hold_out: {share: 0.1, salt: a}
        ranking: {algorithm: als, factors: 64, alpha: 15.5, layers: [8, 4]}
        rating:
          algorithm: none
        """);

    TrainModelRequest request =
        TrainingSettings.read(file).with(Map.of("ranking.factors", "32")).request("r", TEXTS);

    assertThat(request.getDataset()).isEqualTo("datasets/mine");
    assertThat(request.getSeed()).isEqualTo(7);
    assertThat(request.getHoldOut().getHash().getShare()).isEqualTo(0.1);
    assertThat(request.getHoldOut().getHash().getSalt()).isEqualTo("a");
    assertThat(request.getRanking().getHyperParametersMap())
        .containsOnly(
            Map.entry("factors", text("32")),
            Map.entry("alpha", text("15.5")),
            Map.entry("layers", text("8,4")));
    assertThat(request.hasRating()).isFalse();
  }

  @Test
  void aPresetLeavesTheRankerOutAndTakesHyperParameters() {
    Map<String, String> settings = Map.of("preset", "notebook-000", "rating.epochs", "5");
    TrainModelRequest request = new TrainingSettings(settings).request("r", TEXTS);

    assertThat(request.getPreset()).isEqualTo("notebook-000");
    assertThat(request.hasRanking()).isFalse();
    assertThat(request.getRating().getAlgorithmId()).isEmpty();
    assertThat(request.getRating().getHyperParametersMap())
        .containsOnly(Map.entry("epochs", text("5")));
  }

  @Test
  void refusesScorersBesideAPreset() {
    Map<String, String> both = Map.of("preset", "notebook-000", "rating.algorithm", "baseline");
    assertThatThrownBy(() -> new TrainingSettings(both).request("r", TEXTS))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("rating.algorithm is set beside the preset notebook-000");
  }

  @Test
  void refusesToTrainNothing() {
    Map<String, String> nothing = Map.of("ranking.algorithm", "none", "rating.algorithm", "none");
    assertThatThrownBy(() -> new TrainingSettings(nothing).request("r", TEXTS))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("both none");
  }

  @Test
  void refusesASettingOfNoAlgorithm() {
    Map<String, String> idle = Map.of("ranking.algorithm", "none", "ranking.dimensions", "32");
    assertThatThrownBy(() -> new TrainingSettings(idle).request("r", TEXTS))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("ranking.dimensions is set");
  }

  @Test
  void namesAnUnknownKey() {
    assertThatThrownBy(() -> new TrainingSettings(Map.of("epochs", "5")))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("unknown key \"epochs\"")
        .hasMessageContaining("ranking.KEY");
  }

  @Test
  void namesASettingThatIsNotANumber() {
    assertThatThrownBy(() -> new TrainingSettings(Map.of("device", "tpu")).request("r", TEXTS))
        .hasMessageContaining("device is \"tpu\"; it can be auto, cpu or gpu");
    assertThatThrownBy(() -> new TrainingSettings(Map.of("seed", "x")).request("r", TEXTS))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("seed is \"x\"");
  }

  private static Value text(String text) {
    return Value.newBuilder().setStringValue(text).build();
  }
}

package io.matinee.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ListValue;
import com.google.protobuf.Value;
import io.matinee.proto.model.v1.Lack;
import io.matinee.proto.trainer.v1.Algorithm;
import io.matinee.proto.trainer.v1.ChoiceKind;
import io.matinee.proto.trainer.v1.FlagKind;
import io.matinee.proto.trainer.v1.HyperParameter;
import io.matinee.proto.trainer.v1.Preset;
import io.matinee.proto.trainer.v1.RealKind;
import io.matinee.proto.trainer.v1.Task;
import io.matinee.proto.trainer.v1.WholeKind;
import io.matinee.proto.trainer.v1.WholeListKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Algorithms as `./matinee algorithms` prints them. */
class AlgorithmViewTest {

  @Test
  void saysWhatToExpectOfAScorer() {
    Algorithm.Builder algorithm =
        Algorithm.newBuilder()
            .setAlgorithmId("made-up")
            .setDescription("Does it all.")
            .setSource("Nobody, 2026")
            .addTasks(Task.TASK_RANKING)
            .setDevice("cpu");

    assertThat(AlgorithmView.list(List.of(algorithm.build())))
        .contains("made-up (ranking): Does it all.")
        .contains("trained on cpu; for evaluation only");
    assertThat(
            AlgorithmView.list(
                List.of(
                    algorithm
                        .setTensorflow(true)
                        .setServable(true)
                        .addLacks(Lack.LACK_RATINGS)
                        .addLacks(Lack.LACK_FOLD_IN)
                        .build())))
        .contains("trained on cpu by TensorFlow; servable; without ratings, fold-in")
        .doesNotContain("not to be trained");
    assertThat(
            AlgorithmView.list(
                List.of(algorithm.setUnavailableReason("there is no library").build())))
        .contains("  not to be trained here: there is no library" + System.lineSeparator());
  }

  @Test
  void showsWhatAPresetSets() {
    Algorithm algorithm =
        Algorithm.newBuilder()
            .setAlgorithmId("made-up")
            .addHyperParameters(
                HyperParameter.newBuilder()
                    .setKey("epochs")
                    .setWhole(WholeKind.getDefaultInstance()))
            .addPresets(
                Preset.newBuilder()
                    .setPresetId("notebook")
                    .setDescription("As there.")
                    .putHyperParameters("epochs", Value.newBuilder().setNumberValue(5).build()))
            .build();

    assertThat(AlgorithmView.list(List.of(algorithm))).contains("notebook  As there.  epochs=5");
  }

  @Test
  void saysOfEachKindWhatIsAllowed() {
    HyperParameter.Builder parameter = HyperParameter.newBuilder();
    assertThat(allowed(parameter.setWhole(WholeKind.newBuilder().setMinimum(1).setMaximum(1024))))
        .isEqualTo("whole from 1 to 1024");
    assertThat(allowed(parameter.setWhole(WholeKind.getDefaultInstance()))).isEqualTo("whole");
    assertThat(
            allowed(
                parameter.setReal(
                    RealKind.newBuilder().setMinimum(1e-6).setMaximum(1e6).setLogScale(true))))
        .isEqualTo("real from 0.000001 to 1000000, log scale");
    assertThat(
            allowed(parameter.setChoice(ChoiceKind.newBuilder().addChoices("a").addChoices("b"))))
        .isEqualTo("a, b");
    assertThat(allowed(parameter.setFlag(FlagKind.getDefaultInstance()))).isEqualTo("true, false");
    assertThat(allowed(parameter.setWholeList(WholeListKind.newBuilder().setMaximumCount(3))))
        .isEqualTo("at most 3, whole");
  }

  @Test
  void writesADefaultAsSettingsTakeIt() {
    Value number = Value.newBuilder().setNumberValue(64).build();
    ListValue layers = ListValue.newBuilder().addValues(number).addValues(number).build();
    Algorithm algorithm =
        Algorithm.newBuilder()
            .addDefaultFor(Task.TASK_RATING)
            .addHyperParameters(HyperParameter.newBuilder().setKey("a").setDefaultValue(number))
            .addHyperParameters(
                HyperParameter.newBuilder()
                    .setKey("b")
                    .setDefaultValue(Value.newBuilder().setListValue(layers)))
            .build();

    assertThat(AlgorithmView.list(List.of(algorithm)))
        .contains("the default for rating; trained on")
        .containsPattern("a +64")
        .containsPattern("b +64,64");
  }

  private static String allowed(HyperParameter.Builder parameter) {
    return AllowedValues.of(parameter.build());
  }
}

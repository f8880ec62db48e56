package io.matinee.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ListValue;
import com.google.protobuf.Value;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HyperParameterTextsTest {
  private static final Algorithm STANDARD =
      Algorithm.newBuilder()
          .setAlgorithmId("standard")
          .addDefaultFor(Task.TASK_RATING)
          .addHyperParameters(parameter("dimensions").setWhole(WholeKind.getDefaultInstance()))
          .addHyperParameters(parameter("rate").setReal(RealKind.getDefaultInstance()))
          .addHyperParameters(parameter("loss").setChoice(ChoiceKind.getDefaultInstance()))
          .addHyperParameters(parameter("shuffle").setFlag(FlagKind.getDefaultInstance()))
          .addHyperParameters(parameter("layers").setWholeList(WholeListKind.getDefaultInstance()))
          .build();

  private final HyperParameterTexts texts = new HyperParameterTexts(() -> List.of(STANDARD));

  @Test
  void makesOfEachKindWhatItsDescriptionAsksFor() {
    assertThat(read("dimensions", "16")).isEqualTo(number(16));
    assertThat(read("rate", "1e-3")).isEqualTo(number(.001));
    assertThat(read("loss", "16")).isEqualTo(text("16"));
    assertThat(read("shuffle", "false")).isEqualTo(Value.newBuilder().setBoolValue(false).build());
    assertThat(read("layers", "64, 32")).isEqualTo(list(64, 32));
    assertThat(read("layers", "")).isEqualTo(list());
  }

  @Test
  void readsForThePresetsAlgorithm() {
    Algorithm other =
        Algorithm.newBuilder()
            .setAlgorithmId("other")
            .addHyperParameters(parameter("epochs").setWhole(WholeKind.getDefaultInstance()))
            .addPresets(Preset.newBuilder().setPresetId("notebook"))
            .build();
    HyperParameterTexts both = new HyperParameterTexts(() -> List.of(STANDARD, other));

    assertThat(both.ofPreset("notebook").apply("epochs", "5")).isEqualTo(number(5));
    assertThat(both.ofPreset("unknown").apply("epochs", "5")).isEqualTo(text("5"));
  }

  @Test
  void leavesToTheTrainerWhatIsNoSuchValue() {
    Stream.of("much", "NaN", "16d", "0x10", "")
        .forEach(odd -> assertThat(read("dimensions", odd)).isEqualTo(text(odd)));
    assertThat(read("shuffle", "yes")).isEqualTo(text("yes"));
    assertThat(read("layers", "64,,32")).isEqualTo(text("64,,32"));
    assertThat(read("colour", "1")).isEqualTo(text("1"));
  }

  @Test
  void knowsTheDefaultAlgorithmOfATask() {
    assertThat(texts.read("", Task.TASK_RATING, "rate", "2")).isEqualTo(number(2));
    assertThat(texts.read("", Task.TASK_RANKING, "rate", "2")).isEqualTo(text("2"));
    assertThat(texts.read("another", Task.TASK_RATING, "rate", "2")).isEqualTo(text("2"));
  }

  private Value read(String key, String value) {
    return texts.read("standard", Task.TASK_RATING, key, value);
  }

  private static HyperParameter.Builder parameter(String key) {
    return HyperParameter.newBuilder().setKey(key);
  }

  private static Value number(double number) {
    return Value.newBuilder().setNumberValue(number).build();
  }

  private static Value text(String text) {
    return Value.newBuilder().setStringValue(text).build();
  }

  private static Value list(int... numbers) {
    ListValue.Builder list = ListValue.newBuilder();
    for (int number : numbers) {
      list.addValues(number(number));
    }
    return Value.newBuilder().setListValue(list).build();
  }
}

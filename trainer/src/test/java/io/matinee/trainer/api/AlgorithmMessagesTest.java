package io.matinee.trainer.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ListValue;
import com.google.protobuf.Value;
import io.matinee.model.ratings.EventKind;
import io.matinee.model.snapshot.Lack;
import io.matinee.model.snapshot.ScorerTraits;
import io.matinee.proto.trainer.v1.Algorithm;
import io.matinee.proto.trainer.v1.ChoiceKind;
import io.matinee.proto.trainer.v1.FlagKind;
import io.matinee.proto.trainer.v1.HyperParameter;
import io.matinee.proto.trainer.v1.RealKind;
import io.matinee.proto.trainer.v1.WholeKind;
import io.matinee.proto.trainer.v1.WholeListKind;
import io.matinee.trainer.algorithm.AlgorithmCatalogue;
import io.matinee.trainer.algorithm.AlgorithmDescription;
import io.matinee.trainer.algorithm.Task;
import io.matinee.trainer.algorithm.setting.Choice;
import io.matinee.trainer.algorithm.setting.Flag;
import io.matinee.trainer.algorithm.setting.Real;
import io.matinee.trainer.algorithm.setting.Whole;
import io.matinee.trainer.algorithm.setting.WholeList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How ListAlgorithms tells what an algorithm is. */
class AlgorithmMessagesTest {

  private static final Algorithm MESSAGE =
      AlgorithmMessages.of(
          new AlgorithmDescription(
              "made-up",
              "Does it all.",
              "Nobody, 2026",
              Set.of(Task.RANKING),
              Set.of(EventKind.WATCH, EventKind.RATING),
              List.of(
                  Whole.of("size", "A size.", 3).from(1),
                  Real.of("rate", "A rate.", .5).from(.1).to(1).onLogScale(),
                  Choice.of("order", "An order.", Order.LAST_FIRST),
                  Flag.of("normalise", "Whether.", true),
                  WholeList.of("layers", "Widths.", List.of(4, 2), 3).to(9)),
              new ScorerTraits(false, "cpu", Set.of(Lack.VECTORS, Lack.RATINGS)),
              false));

  @Test
  void tellsWhatToExpectOfAScorer() {
    assertThat(MESSAGE.getServable()).isFalse();
    assertThat(MESSAGE.getDevice()).isEqualTo("cpu");
    assertThat(MESSAGE.getLacksList())
        .containsExactly(
            io.matinee.proto.model.v1.Lack.LACK_RATINGS,
            io.matinee.proto.model.v1.Lack.LACK_VECTORS);
  }

  @Test
  void tellsThePresetsThatSetAnAlgorithm() {
    Algorithm dot = AlgorithmMessages.of(AlgorithmCatalogue.find("embedding-dot").orElseThrow());

    assertThat(dot.getPresetsList())
        .filteredOn(preset -> preset.getPresetId().equals("notebook-000"))
        .singleElement()
        .satisfies(
            preset ->
                assertThat(preset.getHyperParametersMap())
                    .containsEntry("epochs", Value.newBuilder().setNumberValue(20).build())
                    .containsEntry(
                        "loss",
                        Value.newBuilder().setStringValue("squared-error-of-shares").build()));
    assertThat(MESSAGE.getPresetsList()).isEmpty();
  }

  @Test
  void tellsForWhichTasksAnAlgorithmIsTheDefault() {
    assertThat(MESSAGE.getDefaultForList()).isEmpty();
    assertThat(
            AlgorithmMessages.of(AlgorithmCatalogue.find("biased-mf").orElseThrow())
                .getDefaultForList())
        .containsExactly(io.matinee.proto.trainer.v1.Task.TASK_RATING);
  }

  @Test
  void tellsOfEachKindWhatIsAllowed() {
    Value list =
        Value.newBuilder()
            .setListValue(ListValue.newBuilder().addValues(number(4)).addValues(number(2)))
            .build();
    assertThat(MESSAGE.getHyperParametersList())
        .containsExactly(
            parameter("size", "A size.", number(3))
                .setWhole(WholeKind.newBuilder().setMinimum(1))
                .build(),
            parameter("rate", "A rate.", number(.5))
                .setReal(RealKind.newBuilder().setMinimum(.1).setMaximum(1).setLogScale(true))
                .build(),
            parameter("order", "An order.", Value.newBuilder().setStringValue("last-first").build())
                .setChoice(
                    ChoiceKind.newBuilder().addChoices("first-last").addChoices("last-first"))
                .build(),
            parameter("normalise", "Whether.", Value.newBuilder().setBoolValue(true).build())
                .setFlag(FlagKind.getDefaultInstance())
                .build(),
            parameter("layers", "Widths.", list)
                .setWholeList(WholeListKind.newBuilder().setMaximum(9).setMaximumCount(3))
                .build());
  }

  private static Value number(double number) {
    return Value.newBuilder().setNumberValue(number).build();
  }

  private static HyperParameter.Builder parameter(String key, String description, Value value) {
    return HyperParameter.newBuilder()
        .setKey(key)
        .setDescription(description)
        .setDefaultValue(value);
  }

  private enum Order {
    FIRST_LAST,
    LAST_FIRST
  }
}

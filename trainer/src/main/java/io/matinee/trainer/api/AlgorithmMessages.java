package io.matinee.trainer.api;

import io.matinee.model.snapshot.ScorerTraits;
import io.matinee.proto.model.v1.Lack;
import io.matinee.proto.trainer.v1.Algorithm;
import io.matinee.proto.trainer.v1.ChoiceKind;
import io.matinee.proto.trainer.v1.FlagKind;
import io.matinee.proto.trainer.v1.RealKind;
import io.matinee.proto.trainer.v1.Task;
import io.matinee.proto.trainer.v1.WholeKind;
import io.matinee.proto.trainer.v1.WholeListKind;
import io.matinee.runtime.api.EventKinds;
import io.matinee.trainer.algorithm.AlgorithmCatalogue;
import io.matinee.trainer.algorithm.AlgorithmDescription;
import io.matinee.trainer.algorithm.KeptChoice;
import io.matinee.trainer.algorithm.preset.Preset;
import io.matinee.trainer.algorithm.preset.PresetCatalogue;
import io.matinee.trainer.algorithm.setting.Choice;
import io.matinee.trainer.algorithm.setting.Flag;
import io.matinee.trainer.algorithm.setting.HyperParameter;
import io.matinee.trainer.algorithm.setting.Real;
import io.matinee.trainer.algorithm.setting.Whole;
import io.matinee.trainer.algorithm.setting.WholeList;
import java.util.List;

/** Algorithms and their hyper-parameters as messages. */
final class AlgorithmMessages {

  private AlgorithmMessages() {}

  static Algorithm of(AlgorithmDescription algorithm) {
    Algorithm.Builder message =
        Algorithm.newBuilder()
            .setAlgorithmId(algorithm.id())
            .setDescription(algorithm.description())
            .setSource(algorithm.source())
            .setTensorflow(algorithm.tensorflow())
            .setServable(algorithm.traits().servable())
            .setDevice(algorithm.traits().device())
            .setUnavailableReason(AlgorithmCatalogue.obstacle(algorithm.id()).orElse(""));
    algorithm.tasks().stream()
        .sorted()
        .forEach(
            task -> {
              Task added = Task.valueOf("TASK_" + task.name());
              message.addTasks(added);
              if (AlgorithmCatalogue.byDefault(task).equals(algorithm.id())) {
                message.addDefaultFor(added);
              }
            });
    algorithm.learnsFrom().stream().sorted().map(EventKinds::of).forEach(message::addEventKinds);
    message.addAllLacks(lacks(algorithm.traits()));
    algorithm.hyperParameters().forEach(parameter -> message.addHyperParameters(of(parameter)));
    PresetCatalogue.all().stream()
        .filter(preset -> preset.choice().algorithm().equals(algorithm.id()))
        .map(AlgorithmMessages::of)
        .forEach(message::addPresets);
    return message.build();
  }

  private static io.matinee.proto.trainer.v1.Preset of(Preset preset) {
    KeptChoice choice = preset.choice();
    return io.matinee.proto.trainer.v1.Preset.newBuilder()
        .setPresetId(preset.id())
        .setDescription(preset.description())
        .putAllHyperParameters(HyperParameterValues.kept(choice.algorithm(), choice.settings()))
        .build();
  }

  static List<Lack> lacks(ScorerTraits traits) {
    return traits.lacks().stream().map(lack -> Lack.valueOf("LACK_" + lack.name())).toList();
  }

  private static io.matinee.proto.trainer.v1.HyperParameter of(HyperParameter<?> parameter) {
    var message =
        io.matinee.proto.trainer.v1.HyperParameter.newBuilder()
            .setKey(parameter.key())
            .setDescription(parameter.description())
            .setDefaultValue(HyperParameterValues.defaultOf(parameter));
    return switch (parameter) {
      case Whole whole -> message.setWhole(kind(whole)).build();
      case Real real -> message.setReal(kind(real)).build();
      case Choice<?> choice ->
          message.setChoice(ChoiceKind.newBuilder().addAllChoices(choice.words())).build();
      case Flag flag -> message.setFlag(FlagKind.getDefaultInstance()).build();
      case WholeList list -> message.setWholeList(kind(list)).build();
    };
  }

  private static WholeKind kind(Whole whole) {
    WholeKind.Builder kind = WholeKind.newBuilder();
    whole.range().least().ifPresent(least -> kind.setMinimum((int) least));
    whole.range().most().ifPresent(most -> kind.setMaximum((int) most));
    return kind.build();
  }

  private static RealKind kind(Real real) {
    RealKind.Builder kind = RealKind.newBuilder().setLogScale(real.logScale());
    real.range().least().ifPresent(kind::setMinimum);
    real.range().most().ifPresent(kind::setMaximum);
    return kind.build();
  }

  private static WholeListKind kind(WholeList list) {
    WholeListKind.Builder kind = WholeListKind.newBuilder().setMaximumCount(list.mostItems());
    list.range().least().ifPresent(least -> kind.setMinimum((int) least));
    list.range().most().ifPresent(most -> kind.setMaximum((int) most));
    return kind.build();
  }
}

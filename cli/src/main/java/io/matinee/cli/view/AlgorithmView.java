package io.matinee.cli.view;

import io.matinee.cli.output.Table;
import io.matinee.cli.output.Wording;
import io.matinee.proto.trainer.v1.Algorithm;
import io.matinee.proto.trainer.v1.HyperParameter;
import io.matinee.proto.trainer.v1.Preset;
import java.util.List;
import java.util.stream.Collectors;

/** Algorithms as text. */
public final class AlgorithmView {
  private static final String LINE_END = System.lineSeparator();

  private AlgorithmView() {}

  /** The algorithms, each with its hyper-parameters. */
  public static String list(List<Algorithm> algorithms) {
    return algorithms.stream()
        .map(AlgorithmView::describe)
        .collect(Collectors.joining(LINE_END + LINE_END));
  }

  private static String describe(Algorithm algorithm) {
    String heading =
        "%s (%s): %s%n  source: %s%n  %s"
            .formatted(
                algorithm.getAlgorithmId(),
                Wording.names("TASK_", algorithm.getTasksList()),
                algorithm.getDescription(),
                algorithm.getSource(),
                traits(algorithm));
    if (algorithm.getHyperParametersCount() == 0) {
      return heading;
    }
    return heading + LINE_END + hyperParameters(algorithm) + presets(algorithm);
  }

  private static String hyperParameters(Algorithm algorithm) {
    Table table = Table.of("key", ">default", "allowed", "meaning");
    for (HyperParameter parameter : algorithm.getHyperParametersList()) {
      table.row(
          parameter.getKey(),
          ValueText.of(parameter.getDefaultValue()),
          AllowedValues.of(parameter),
          parameter.getDescription());
    }
    return table.indented();
  }

  private static String presets(Algorithm algorithm) {
    if (algorithm.getPresetsCount() == 0) {
      return "";
    }
    Table table = Table.of("preset", "meaning", "set to");
    for (Preset preset : algorithm.getPresetsList()) {
      table.row(
          preset.getPresetId(),
          preset.getDescription(),
          ValueText.settings(preset.getHyperParametersMap()));
    }
    return LINE_END + table.indented();
  }

  private static String learnsFrom(Algorithm algorithm) {
    return algorithm.getEventKindsList().stream()
        .map(Wording::events)
        .collect(Collectors.joining(", "));
  }

  private static String traits(Algorithm algorithm) {
    String runs =
        "learns from %s; %strained on %s%s; %s"
            .formatted(
                learnsFrom(algorithm),
                algorithm.getDefaultForCount() == 0
                    ? ""
                    : "the default for "
                        + Wording.names("TASK_", algorithm.getDefaultForList())
                        + "; ",
                algorithm.getDevice(),
                algorithm.getTensorflow() ? " by TensorFlow" : "",
                algorithm.getServable() ? "servable" : "for evaluation only");
    String expected =
        algorithm.getLacksCount() == 0
            ? runs
            : runs + "; without " + Wording.names("LACK_", algorithm.getLacksList());
    return algorithm.getUnavailableReason().isEmpty()
        ? expected
        : "not to be trained here: "
            + algorithm.getUnavailableReason()
            + LINE_END
            + "  "
            + expected;
  }
}

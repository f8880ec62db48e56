package io.matinee.cli.view;

import io.matinee.cli.output.Table;
import io.matinee.proto.trainer.v1.Algorithm;
import io.matinee.proto.trainer.v1.HyperParameter;
import io.matinee.proto.trainer.v1.Task;
import java.util.List;
import java.util.Locale;
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
        "%s (%s): %s%n  source: %s"
            .formatted(
                algorithm.getAlgorithmId(),
                algorithm.getTasksList().stream()
                    .map(AlgorithmView::name)
                    .collect(Collectors.joining(", ")),
                algorithm.getDescription(),
                algorithm.getSource());
    if (algorithm.getHyperParametersCount() == 0) {
      return heading;
    }
    Table table = Table.of("key", ">default", ">least", ">most", "meaning");
    for (HyperParameter parameter : algorithm.getHyperParametersList()) {
      table.row(
          parameter.getKey(),
          parameter.getDefaultValue(),
          bound(parameter, parameter.getMinimum()),
          bound(parameter, parameter.getMaximum()),
          parameter.getDescription());
    }
    return heading + LINE_END + table.indented();
  }

  private static String name(Task task) {
    return task.name().replace("TASK_", "").toLowerCase(Locale.ROOT);
  }

  private static String bound(HyperParameter parameter, double bound) {
    return parameter.getInteger() ? Long.toString((long) bound) : Double.toString(bound);
  }
}

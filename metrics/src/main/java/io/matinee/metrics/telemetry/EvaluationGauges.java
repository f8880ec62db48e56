package io.matinee.metrics.telemetry;

import io.matinee.metrics.evaluation.FigureName;
import io.matinee.metrics.evaluation.FigureSpace;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The gauge {@code matinee_evaluation}: the figures of each version's latest evaluation, and none
 * of the one before. The label {@code contestant} is "subject" for the version's own scorers, so
 * that a version of the algorithm "popular" is not mistaken for the baseline of that name; {@code
 * k} and {@code space} are empty where a metric has none. Thread-safe.
 */
public final class EvaluationGauges {
  private final Gauge gauge;
  private final Map<String, Shown> shown = new HashMap<>();

  /** Registers the gauge. */
  public EvaluationGauges(PrometheusRegistry registry) {
    this.gauge =
        Gauge.builder()
            .name("matinee_evaluation")
            .help("A figure of the version's latest evaluation, in the metric's own unit.")
            .labelNames("model", "version", "contestant", "metric", "k", "space")
            .register(registry);
  }

  /** Shows an evaluation in place of the version's earlier one. */
  public synchronized void show(ShownEvaluation evaluation) {
    Set<List<String>> now = new HashSet<>();
    for (ShownEvaluation.ShownFigure figure : evaluation.figures()) {
      List<String> labels = labels(evaluation.modelVersion(), figure);
      gauge.labelValues(labels.toArray(String[]::new)).set(figure.value());
      now.add(labels);
    }
    Shown before = shown.put(evaluation.modelVersion(), new Shown(evaluation.name(), now));
    if (before != null) {
      before.labels().stream().filter(gone -> !now.contains(gone)).forEach(this::remove);
    }
  }

  /** Returns whether an evaluation of a version, by its resource name, is the one that is shown. */
  public synchronized boolean isShown(String modelVersion, String evaluation) {
    Shown now = shown.get(modelVersion);
    return now != null && now.evaluation().equals(evaluation);
  }

  /** Returns the versions of which something is shown, by their resource names. */
  public synchronized Set<String> modelVersions() {
    return Set.copyOf(shown.keySet());
  }

  /** Shows nothing more of a version. */
  public synchronized void remove(String modelVersion) {
    Shown before = shown.remove(modelVersion);
    if (before != null) {
      before.labels().forEach(this::remove);
    }
  }

  private void remove(List<String> labels) {
    gauge.remove(labels.toArray(String[]::new));
  }

  private static List<String> labels(String modelVersion, ShownEvaluation.ShownFigure figure) {
    String[] version = modelVersion.split("/", -1);
    FigureName name = figure.name();
    return List.of(
        version[1],
        version[3],
        figure.contestant(),
        name.metric(),
        name.k() == 0 ? "" : Integer.toString(name.k()),
        name.space() == FigureSpace.NONE ? "" : name.space().name().toLowerCase(Locale.ROOT));
  }

  /**
   * What is shown of a version.
   *
   * @param evaluation the resource name of the evaluation
   * @param labels of its figures
   */
  private record Shown(String evaluation, Set<List<String>> labels) {}
}

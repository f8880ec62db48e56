package io.matinee.metrics.telemetry;

import io.matinee.metrics.evaluation.AlgorithmFigures;
import io.matinee.metrics.evaluation.Evaluation;
import io.matinee.metrics.evaluation.Figure;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.List;

/**
 * The gauge {@code matinee_evaluation}: the figures of each version's latest evaluation. The label
 * {@code algorithm} is "version" for the version's own scorers, so that a version of the algorithm
 * "popular" is not mistaken for the baseline of that name. Thread-safe.
 */
public final class EvaluationGauges {
  private final Gauge gauge;

  /** Registers the gauge. */
  public EvaluationGauges(PrometheusRegistry registry) {
    this.gauge =
        Gauge.builder()
            .name("matinee_evaluation")
            .help("A figure of the version's latest evaluation, in the metric's own unit.")
            .labelNames("model", "version", "metric", "algorithm")
            .register(registry);
  }

  /** Shows an evaluation in place of the version's earlier one. */
  public void show(Evaluation evaluation) {
    show(evaluation, AlgorithmFigures.VERSION, evaluation.figures());
    for (AlgorithmFigures baseline : evaluation.baselines()) {
      show(evaluation, baseline.algorithm(), baseline.figures());
    }
  }

  private void show(Evaluation evaluation, String algorithm, List<Figure> figures) {
    String[] name = evaluation.modelVersion().split("/", -1);
    for (Figure figure : figures) {
      gauge.labelValues(name[1], name[3], figure.metric(), algorithm).set(figure.value());
    }
  }
}

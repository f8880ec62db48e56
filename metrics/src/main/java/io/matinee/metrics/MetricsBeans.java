package io.matinee.metrics;

import io.matinee.metrics.evaluation.Registry;
import io.matinee.metrics.evaluation.VersionEvaluator;
import io.matinee.metrics.operation.AttachedEvaluation;
import io.matinee.metrics.operation.EvaluationOperations;
import io.matinee.metrics.store.EvaluationStore;
import io.matinee.metrics.store.OperationStore;
import io.matinee.metrics.store.StoredEvaluation;
import io.matinee.metrics.telemetry.EvaluationGauges;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Puts the service together. */
@Singleton
class MetricsBeans {
  @Produces
  @Singleton
  EvaluationStore store(MetricsHome home) {
    return EvaluationStore.open(home.evaluations());
  }

  /**
   * The gauges show what earlier processes evaluated from the start: oldest first, latest stays.
   */
  @Produces
  @Singleton
  @Startup
  EvaluationGauges gauges(PrometheusRegistry registry, EvaluationStore store) {
    EvaluationGauges gauges = new EvaluationGauges(registry);
    store.newestFirst().map(StoredEvaluation::evaluation).toList().reversed().forEach(gauges::show);
    return gauges;
  }

  @Produces
  @Singleton
  EvaluationOperations operations(
      Registry registry,
      EvaluationStore store,
      EvaluationGauges gauges,
      MetricsHome home,
      Clock clock) {
    VersionEvaluator evaluator = new VersionEvaluator(registry, clock);
    return new EvaluationOperations(
        new AttachedEvaluation(evaluator, registry, store, gauges),
        store,
        OperationStore.open(home.operations()),
        clock);
  }

  void stop(@Disposes EvaluationOperations operations) {
    operations.close();
  }
}

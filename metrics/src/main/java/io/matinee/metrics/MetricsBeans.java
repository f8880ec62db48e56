package io.matinee.metrics;

import io.matinee.metrics.evaluation.Registry;
import io.matinee.metrics.evaluation.VersionEvaluator;
import io.matinee.metrics.operation.DeletedVersions;
import io.matinee.metrics.operation.EvaluationExport;
import io.matinee.metrics.operation.EvaluationRuns;
import io.matinee.metrics.operation.EvaluationWork;
import io.matinee.metrics.operation.KeptEvaluations;
import io.matinee.metrics.store.OperationFiles;
import io.matinee.metrics.telemetry.EvaluationGauges;
import io.matinee.runtime.following.DamagedReads;
import io.matinee.runtime.operation.FailureReading;
import io.matinee.runtime.operation.OperationConfiguration;
import io.matinee.runtime.operation.OperationNames;
import io.matinee.runtime.operation.Operations;
import io.matinee.runtime.telemetry.Bugs;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Clock;

/** Puts the service together. */
@Singleton
class MetricsBeans {
  @Produces
  @Singleton
  EvaluationGauges gauges(PrometheusRegistry registry) {
    return new EvaluationGauges(registry);
  }

  @Produces
  @Singleton
  @Startup
  EvaluationExport export(Operations operations, KeptEvaluations kept, EvaluationGauges gauges) {
    return new EvaluationExport(operations, kept, gauges);
  }

  @Produces
  @Singleton
  @Startup
  DeletedVersions deletedVersions(Registry registry, EvaluationGauges gauges) {
    return new DeletedVersions(registry, gauges);
  }

  void close(@Disposes DeletedVersions deletedVersions) {
    deletedVersions.close();
  }

  @Produces
  @Singleton
  Operations operations(
      OperationConfiguration configuration, MetricsHome home, Bugs bugs, Clock clock) {
    return new Operations(
        OperationNames.ofService("metrics"),
        OperationFiles.open(home.operations()),
        new FailureReading(DamagedReads::explain, bugs::count),
        configuration,
        clock);
  }

  @Produces
  @Singleton
  EvaluationRuns runs(
      Operations operations,
      Registry registry,
      EvaluationGauges gauges,
      KeptEvaluations kept,
      Clock clock) {
    VersionEvaluator evaluator = new VersionEvaluator(registry, clock);
    return new EvaluationRuns(operations, new EvaluationWork(evaluator, kept, gauges));
  }

  /** Before calls are waited for, ends the work that they may be waiting for. */
  void stop(
      @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE - 1) ShutdownEvent event,
      Operations operations) {
    operations.close();
  }
}

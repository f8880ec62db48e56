package io.matinee.similarity.telemetry;

import io.matinee.runtime.following.FollowedAliases;
import io.matinee.runtime.following.Lease;
import io.matinee.similarity.search.IndexDescription;
import io.matinee.similarity.search.SearchMethod;
import io.matinee.similarity.search.SimilarityModel;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback.Callback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.function.ToDoubleFunction;

/**
 * The gauges {@code matinee_similarity_index_...}: what each index is that answers at the moment of
 * the scrape, labelled with its version; none while no version is loaded, or one without vectors.
 * Thread-safe.
 */
@Singleton
@Startup
final class IndexGauges {
  private final PrometheusRegistry registry;
  private final FollowedAliases<SimilarityModel> models;

  IndexGauges(PrometheusRegistry registry, FollowedAliases<SimilarityModel> models) {
    this.registry = registry;
    this.models = models;
    gauge("movies", "The movies that can be found.", IndexDescription::movies);
    gauge("distinct_vectors", "The nodes of the graph.", IndexDescription::distinctVectors);
    gauge(
        "recall",
        "The share of the exact ten that the graph found when it was built, 0 to 1.",
        IndexDescription::recall);
    gauge(
        "exact",
        "1 when calls without a filter compare every vector, 0 when they walk on the graph.",
        index -> index.defaultMethod() == SearchMethod.EXACT ? 1 : 0);
  }

  private void gauge(String name, String help, ToDoubleFunction<IndexDescription> value) {
    GaugeWithCallback.builder()
        .name("matinee_similarity_index_" + name)
        .help(help)
        .labelNames("model", "version")
        .callback(gauge -> models.visit(lease -> show(gauge, lease, value)))
        .register(registry);
  }

  private static void show(
      Callback gauge, Lease<SimilarityModel> lease, ToDoubleFunction<IndexDescription> value) {
    String[] name = lease.version().split("/", -1);
    lease
        .model()
        .description()
        .ifPresent(index -> gauge.call(value.applyAsDouble(index), name[1], name[3]));
  }
}

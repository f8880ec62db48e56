package io.matinee.runtime.telemetry;

import io.micrometer.core.instrument.Clock;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The process's one Prometheus registry, for Micrometer's meters and own metrics, served at {@code
 * /metrics} in the form that the scraper accepts: protobuf (with native histograms), OpenMetrics or
 * plain text.
 */
@Singleton
public class MetricsRoute {
  private final ExpositionFormats formats = ExpositionFormats.init();

  @Produces
  @Singleton
  PrometheusRegistry registry() {
    return new PrometheusRegistry();
  }

  @Produces
  @Singleton
  PrometheusMeterRegistry meters(PrometheusRegistry registry) {
    return new PrometheusMeterRegistry(PrometheusConfig.DEFAULT, registry, Clock.SYSTEM);
  }

  @Produces
  @Singleton
  CallTimes callTimes(PrometheusRegistry registry) {
    return new CallTimes(registry);
  }

  @Produces
  @Singleton
  Bugs bugs(PrometheusRegistry registry) {
    return new Bugs(registry);
  }

  void route(@Observes Router router, PrometheusRegistry registry) {
    router.get("/metrics").handler(context -> answer(context, registry));
  }

  private void answer(RoutingContext context, PrometheusRegistry registry) {
    ExpositionFormatWriter writer = formats.findWriter(context.request().getHeader("Accept"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      writer.write(bytes, registry.scrape());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    context
        .response()
        .putHeader("Content-Type", writer.getContentType())
        .end(Buffer.buffer(bytes.toByteArray()));
  }
}

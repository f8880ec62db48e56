package io.matinee.runtime.telemetry;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

/**
 * Counts calls and operations that ended as INTERNAL, each of which is a bug: {@code
 * matinee_bugs_total}.
 */
public final class Bugs {
  private final Counter counter;

  /** Registers the counter. */
  public Bugs(PrometheusRegistry registry) {
    this.counter =
        Counter.builder()
            .name("matinee_bugs_total")
            .help("Calls and operations that ended as INTERNAL; each is logged with its stack.")
            .register(registry);
  }

  /** Counts one. */
  public void count() {
    counter.inc();
  }
}

/** Evaluations as gauges of Prometheus. */
@org.jspecify.annotations.NullMarked
package io.matinee.metrics.telemetry;

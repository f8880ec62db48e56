/** The index as gauges of Prometheus. */
@NullMarked
package io.matinee.similarity.telemetry;

import org.jspecify.annotations.NullMarked;

/** Prometheus metrics of the process, of its calls and of what it follows. */
@org.jspecify.annotations.NullMarked
package io.matinee.runtime.telemetry;

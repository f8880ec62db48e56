/** Evaluations as long-running work: queued, watched, cancelled, found again. */
@org.jspecify.annotations.NullMarked
package io.matinee.metrics.operation;

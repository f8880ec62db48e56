/**
 * Figures of a model version and of the baselines beside it, over the version's own held-out part.
 */
@org.jspecify.annotations.NullMarked
package io.matinee.metrics.evaluation;

/**
 * The gRPC services of metrics, and its calls to the registry: the only room that knows proto
 * types.
 */
@org.jspecify.annotations.NullMarked
package io.matinee.metrics.api;

/** Operations as records, one durable file each. */
@org.jspecify.annotations.NullMarked
package io.matinee.metrics.store;

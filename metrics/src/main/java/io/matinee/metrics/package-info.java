/** The service that says how good, how diverse and how novel a version's recommendations are. */
@org.jspecify.annotations.NullMarked
package io.matinee.metrics;

/** What is asked for and how it is evaluated: what makes figures comparable. */
@org.jspecify.annotations.NullMarked
package io.matinee.metrics.protocol;

/** Real services as processes of their own, to measure them from outside. */
@org.jspecify.annotations.NullMarked
package io.matinee.bench.suite;

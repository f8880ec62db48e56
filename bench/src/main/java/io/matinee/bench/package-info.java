/**
 * The benchmarks behind {@code ./matinee bench}: each prints its figures beside what they are to
 * reach.
 */
@org.jspecify.annotations.NullMarked
package io.matinee.bench;

/** Odd calls of every method, made from the contracts' descriptors and a seed. */
@org.jspecify.annotations.NullMarked
package io.matinee.bench.faults.call;

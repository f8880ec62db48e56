/** Threads that cannot die alone: what fails in them is told, and what stands still is found. */
@org.jspecify.annotations.NullMarked
package io.matinee.runtime.liveness;

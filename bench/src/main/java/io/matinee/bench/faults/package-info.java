/**
 * Whether anything that a client sends, or fails to read, takes a service away: odd calls, floods
 * and kills against the packaged services.
 */
@org.jspecify.annotations.NullMarked
package io.matinee.bench.faults;

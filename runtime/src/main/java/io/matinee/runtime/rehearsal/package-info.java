/**
 * A start that goes through all that a start does, and ends: the run that records a class archive.
 */
@org.jspecify.annotations.NullMarked
package io.matinee.runtime.rehearsal;

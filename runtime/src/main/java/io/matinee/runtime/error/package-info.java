/** The catalogue of errors and their gRPC status. */
@org.jspecify.annotations.NullMarked
package io.matinee.runtime.error;

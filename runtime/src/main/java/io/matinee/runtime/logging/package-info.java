/** Logs whose records cannot be forged by what callers send. */
@org.jspecify.annotations.NullMarked
package io.matinee.runtime.logging;

/** Tests of the logs. */
@org.jspecify.annotations.NullMarked
package io.matinee.runtime.logging;

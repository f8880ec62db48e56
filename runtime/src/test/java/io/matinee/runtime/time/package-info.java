/** Tests of times and durations as messages. */
@NullMarked
package io.matinee.runtime.time;

import org.jspecify.annotations.NullMarked;

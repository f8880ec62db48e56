/** Times and durations as messages carry them. */
@NullMarked
package io.matinee.runtime.time;

import org.jspecify.annotations.NullMarked;

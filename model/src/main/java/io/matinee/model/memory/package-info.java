/** Numbers in memory that may be mapped from a file. */
@NullMarked
package io.matinee.model.memory;

import org.jspecify.annotations.NullMarked;

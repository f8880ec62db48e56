/** Tests of the trainer as a whole. */
@NullMarked
package io.matinee.trainer;

import org.jspecify.annotations.NullMarked;

/** Tests of live ratings. */
@NullMarked
package io.matinee.trainer.ratings;

import org.jspecify.annotations.NullMarked;

/** Tests of the figures of data-set versions. */
@NullMarked
package io.matinee.trainer.dataset.description;

import org.jspecify.annotations.NullMarked;

/** Tests of the files beside the ratings. */
@NullMarked
package io.matinee.trainer.dataset.catalogue;

import org.jspecify.annotations.NullMarked;

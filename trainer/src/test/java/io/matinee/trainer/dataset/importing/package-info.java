/** Tests of imports. */
@NullMarked
package io.matinee.trainer.dataset.importing;

import org.jspecify.annotations.NullMarked;

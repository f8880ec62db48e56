/** Imports, one after another: from a source to a version. */
@NullMarked
package io.matinee.trainer.dataset.importing;

import org.jspecify.annotations.NullMarked;

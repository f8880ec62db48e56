/** What an import could not use: single rows, and whole files. */
@NullMarked
package io.matinee.trainer.dataset.rejection;

import org.jspecify.annotations.NullMarked;

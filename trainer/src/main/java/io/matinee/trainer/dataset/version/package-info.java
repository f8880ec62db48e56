/** Data sets and their versions, as they are kept. */
@NullMarked
package io.matinee.trainer.dataset.version;

import org.jspecify.annotations.NullMarked;

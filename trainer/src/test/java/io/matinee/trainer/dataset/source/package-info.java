/** Tests of where imports read. */
@NullMarked
package io.matinee.trainer.dataset.source;

import org.jspecify.annotations.NullMarked;

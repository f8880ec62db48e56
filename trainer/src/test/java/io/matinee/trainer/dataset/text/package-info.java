/** Tests of uploads. */
@NullMarked
package io.matinee.trainer.dataset.text;

import org.jspecify.annotations.NullMarked;

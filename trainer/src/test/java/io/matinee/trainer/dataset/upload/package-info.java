/** Tests of uploads. */
@NullMarked
package io.matinee.trainer.dataset.upload;

import org.jspecify.annotations.NullMarked;

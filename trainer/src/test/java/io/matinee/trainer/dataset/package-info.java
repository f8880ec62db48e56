/** Tests of data sets. */
@NullMarked
package io.matinee.trainer.dataset;

import org.jspecify.annotations.NullMarked;

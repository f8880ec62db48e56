/** Tests of data sets and their versions. */
@NullMarked
package io.matinee.trainer.dataset.version;

import org.jspecify.annotations.NullMarked;

/** How many ratings there are of what, as descriptions of data sets are read from it. */
@NullMarked
package io.matinee.trainer.dataset.counting;

import org.jspecify.annotations.NullMarked;

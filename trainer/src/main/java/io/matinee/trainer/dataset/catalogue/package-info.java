/** The files beside the ratings become a table of movies. */
@NullMarked
package io.matinee.trainer.dataset.catalogue;

import org.jspecify.annotations.NullMarked;

/** Filters: which of the ratings that were read make a version. */
@NullMarked
package io.matinee.trainer.dataset.filter;

import org.jspecify.annotations.NullMarked;

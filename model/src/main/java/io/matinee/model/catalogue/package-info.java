/** The movies: what is known of each, how often it was rated, and the space that its words span. */
@NullMarked
package io.matinee.model.catalogue;

import org.jspecify.annotations.NullMarked;

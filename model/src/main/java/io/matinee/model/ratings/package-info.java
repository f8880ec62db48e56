/** Who rated what: identifiers, the rating scale and the immutable matrix of ratings. */
@NullMarked
package io.matinee.model.ratings;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.matinee.model.ratings;

import org.jspecify.annotations.NullMarked;

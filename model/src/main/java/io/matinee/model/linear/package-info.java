/** Dense linear algebra on rows of doubles. */
@NullMarked
package io.matinee.model.linear;

import org.jspecify.annotations.NullMarked;

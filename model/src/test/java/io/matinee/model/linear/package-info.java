/** Tests of linear algebra. */
@NullMarked
package io.matinee.model.linear;

import org.jspecify.annotations.NullMarked;

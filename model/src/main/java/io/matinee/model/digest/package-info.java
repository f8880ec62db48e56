/** SHA-256. */
@NullMarked
package io.matinee.model.digest;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.matinee.model.split;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.matinee.model.catalogue;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.matinee.model.exchange;

import org.jspecify.annotations.NullMarked;

/** Scorers as files that other programs read. */
@NullMarked
package io.matinee.model.exchange;

import org.jspecify.annotations.NullMarked;

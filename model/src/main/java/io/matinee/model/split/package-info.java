/**
 * Which ratings are held out of training, by rules that put the same rating on the same side every
 * time.
 */
@NullMarked
package io.matinee.model.split;

import org.jspecify.annotations.NullMarked;

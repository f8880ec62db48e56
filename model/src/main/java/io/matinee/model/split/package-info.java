/** Which ratings are held out of training, by rules that make the same split every time. */
@NullMarked
package io.matinee.model.split;

import org.jspecify.annotations.NullMarked;

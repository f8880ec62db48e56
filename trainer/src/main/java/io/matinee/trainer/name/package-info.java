/** Resource names: the one place that composes and takes them apart. */
@NullMarked
package io.matinee.trainer.name;

import org.jspecify.annotations.NullMarked;

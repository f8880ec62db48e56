/** The trainer: data sets, live ratings, training runs and the model registry, put together. */
@NullMarked
package io.matinee.trainer;

import org.jspecify.annotations.NullMarked;

/** The trainer: a service of data sets, models and training runs, and the worker that trains. */
@NullMarked
package io.matinee.trainer;

import org.jspecify.annotations.NullMarked;

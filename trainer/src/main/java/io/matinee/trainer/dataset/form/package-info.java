/** The forms that ratings come in, and how they are told apart. */
@NullMarked
package io.matinee.trainer.dataset.form;

import org.jspecify.annotations.NullMarked;

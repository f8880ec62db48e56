/** Tests of how forms are told apart. */
@NullMarked
package io.matinee.trainer.dataset.form;

import org.jspecify.annotations.NullMarked;

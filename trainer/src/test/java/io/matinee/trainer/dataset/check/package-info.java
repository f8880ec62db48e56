@NullMarked
package io.matinee.trainer.dataset.check;

import org.jspecify.annotations.NullMarked;

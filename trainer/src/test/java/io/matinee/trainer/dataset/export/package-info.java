@NullMarked
package io.matinee.trainer.dataset.export;

import org.jspecify.annotations.NullMarked;

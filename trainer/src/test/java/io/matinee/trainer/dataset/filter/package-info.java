@NullMarked
package io.matinee.trainer.dataset.filter;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.matinee.trainer.worker;

import org.jspecify.annotations.NullMarked;

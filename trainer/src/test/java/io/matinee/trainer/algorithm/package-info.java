@NullMarked
package io.matinee.trainer.algorithm;

import org.jspecify.annotations.NullMarked;

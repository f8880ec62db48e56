@NullMarked
package io.matinee.trainer.algorithm.setting;

import org.jspecify.annotations.NullMarked;

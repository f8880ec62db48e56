/** What steers an algorithm: descriptors of hyper-parameters, and the values that a caller gave. */
@NullMarked
package io.matinee.trainer.algorithm.setting;

import org.jspecify.annotations.NullMarked;

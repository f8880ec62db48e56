/** Tests of where runs are executed. */
@NullMarked
package io.matinee.trainer.execution;

import org.jspecify.annotations.NullMarked;

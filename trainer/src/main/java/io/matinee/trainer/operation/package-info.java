/** The table of long-running operations. */
@NullMarked
package io.matinee.trainer.operation;

import org.jspecify.annotations.NullMarked;

/** Where training runs are executed: today each in a process of its own on this machine. */
@NullMarked
package io.matinee.trainer.execution;

import org.jspecify.annotations.NullMarked;

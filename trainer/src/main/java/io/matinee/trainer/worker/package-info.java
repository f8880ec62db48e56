/** The process that trains one model version: from a run's specification to a staged snapshot. */
@NullMarked
package io.matinee.trainer.worker;

import org.jspecify.annotations.NullMarked;

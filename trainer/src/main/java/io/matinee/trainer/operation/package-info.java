/** Long-running operations: kept in the database, waited for, listed and cancelled. */
@NullMarked
package io.matinee.trainer.operation;

import org.jspecify.annotations.NullMarked;

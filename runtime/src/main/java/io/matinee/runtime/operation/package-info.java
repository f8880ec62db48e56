/**
 * Long-running operations: their states, a bounded queue for each kind, progress, waiting,
 * cancellation, the end of the process and recovery after it, over whatever keeps their records.
 */
@NullMarked
package io.matinee.runtime.operation;

import org.jspecify.annotations.NullMarked;

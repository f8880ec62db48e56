/** Tests of long-running operations, over records in memory. */
@NullMarked
package io.matinee.runtime.operation;

import org.jspecify.annotations.NullMarked;

/** Tests of folders that outlive a loss of power. */
@NullMarked
package io.matinee.model.durable;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.matinee.model.snapshot;

import org.jspecify.annotations.NullMarked;

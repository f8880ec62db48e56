@NullMarked
package io.matinee.metrics.protocol;

import org.jspecify.annotations.NullMarked;

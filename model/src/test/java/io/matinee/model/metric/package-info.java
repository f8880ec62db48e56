@NullMarked
package io.matinee.model.metric;

import org.jspecify.annotations.NullMarked;

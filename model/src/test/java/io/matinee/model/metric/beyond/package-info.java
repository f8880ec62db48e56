@NullMarked
package io.matinee.model.metric.beyond;

import org.jspecify.annotations.NullMarked;

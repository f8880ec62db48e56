@NullMarked
package io.matinee.model.metric.rating;

import org.jspecify.annotations.NullMarked;

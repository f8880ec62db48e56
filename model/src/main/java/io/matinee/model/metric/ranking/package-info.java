/** Accuracy of ranked lists against held-out ratings. */
@NullMarked
package io.matinee.model.metric.ranking;

import org.jspecify.annotations.NullMarked;

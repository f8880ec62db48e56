/** Beyond accuracy: diversity, novelty and coverage of ranked lists. */
@NullMarked
package io.matinee.model.metric.beyond;

import org.jspecify.annotations.NullMarked;

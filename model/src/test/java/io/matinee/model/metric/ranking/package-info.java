@NullMarked
package io.matinee.model.metric.ranking;

import org.jspecify.annotations.NullMarked;

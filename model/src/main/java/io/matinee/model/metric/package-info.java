/** Estimates over users: means with bootstrap and jackknife intervals. */
@NullMarked
package io.matinee.model.metric;

import org.jspecify.annotations.NullMarked;

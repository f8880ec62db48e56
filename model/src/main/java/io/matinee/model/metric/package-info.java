/** Estimates over users, with bootstrap and jackknife intervals, and differences of two. */
@NullMarked
package io.matinee.model.metric;

import org.jspecify.annotations.NullMarked;

/** The search that compares every vector. */
@NullMarked
package io.matinee.similarity.exact;

import org.jspecify.annotations.NullMarked;

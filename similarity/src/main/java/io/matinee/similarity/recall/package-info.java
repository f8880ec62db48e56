/** How much of the exact answer a search finds. */
@NullMarked
package io.matinee.similarity.recall;

import org.jspecify.annotations.NullMarked;

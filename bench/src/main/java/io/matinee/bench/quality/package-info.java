/** How good lists and neighbours are, on dense and on sparse data: {@code bench quality-*}. */
@NullMarked
package io.matinee.bench.quality;

import org.jspecify.annotations.NullMarked;

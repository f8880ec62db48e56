/** The ranker that is chosen by trying some on inner splits of the training part. */
@NullMarked
package io.matinee.trainer.algorithm.automatic;

import org.jspecify.annotations.NullMarked;

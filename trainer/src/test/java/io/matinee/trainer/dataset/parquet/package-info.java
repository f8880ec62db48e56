/** Tests of Parquet. */
@NullMarked
package io.matinee.trainer.dataset.parquet;

import org.jspecify.annotations.NullMarked;

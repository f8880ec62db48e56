/** Columns of ratings become a Parquet file, without a query engine. */
@NullMarked
package io.matinee.trainer.dataset.parquet;

import org.jspecify.annotations.NullMarked;

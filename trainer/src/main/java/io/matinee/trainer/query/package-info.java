/** The query engine: the one place that opens, configures and closes DuckDB. */
@NullMarked
package io.matinee.trainer.query;

import org.jspecify.annotations.NullMarked;

/** Tests of the query engine. */
@NullMarked
package io.matinee.trainer.query;

import org.jspecify.annotations.NullMarked;

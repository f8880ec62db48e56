/** Indexes that outlive the process: kept in the cache, and taken from it instead of built anew. */
@NullMarked
package io.matinee.similarity.kept;

import org.jspecify.annotations.NullMarked;

/** The HNSW graph over the distinct vectors, on Lucene. */
@NullMarked
package io.matinee.similarity.index;

import org.jspecify.annotations.NullMarked;

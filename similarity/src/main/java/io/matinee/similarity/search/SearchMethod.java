package io.matinee.similarity.search;

/** How similar movies are found. */
public enum SearchMethod {
  /** Every vector is compared. */
  EXACT,
  /** A walk on the HNSW graph. */
  HNSW
}

package io.matinee.metrics.evaluation;

/** The space in which movies are near or far to a metric. */
public enum FigureSpace {
  /** The metric knows of no distance. */
  NONE,
  /** The ranking scorer's own; no two versions share one. */
  RANKING,
  /** The fixed one of the catalogue's texts, in which versions compare. */
  CONTENT
}

package io.matinee.metrics.evaluation;

import java.util.List;

/**
 * The figures of one contestant; all are judged on the same users and rows.
 *
 * @param algorithm the baseline's name, "popular" or "baseline"; {@link #VERSION} for the version
 * @param figures its figures
 */
public record AlgorithmFigures(String algorithm, List<Figure> figures) {
  /** Stands for the version's own scorers, whatever their algorithms are. */
  public static final String VERSION = "version";

  /** Copies the figures. */
  public AlgorithmFigures {
    figures = List.copyOf(figures);
  }
}

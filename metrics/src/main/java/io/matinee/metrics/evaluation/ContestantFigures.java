package io.matinee.metrics.evaluation;

import java.util.List;

/**
 * The figures of one contestant; all are judged on the same users and rows.
 *
 * @param contestant the contestant's id
 * @param figures its figures
 */
public record ContestantFigures(String contestant, List<Figure> figures) {
  /** Copies the figures. */
  public ContestantFigures {
    figures = List.copyOf(figures);
  }

  /** Returns whether they are those of what is evaluated, rather than of a baseline. */
  public boolean isSubject() {
    return contestant.equals(Contestant.SUBJECT);
  }
}

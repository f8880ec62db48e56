package io.matinee.metrics.telemetry;

import io.matinee.metrics.evaluation.FigureName;
import java.util.List;

/**
 * What of an evaluation is exported.
 *
 * @param name the evaluation, "evaluations/{id}"
 * @param modelVersion the subject, "models/{model}/versions/{number}"
 * @param figures the values of all contestants
 */
public record ShownEvaluation(String name, String modelVersion, List<ShownFigure> figures) {
  /** Copies the figures. */
  public ShownEvaluation {
    figures = List.copyOf(figures);
  }

  /**
   * A figure without its interval.
   *
   * @param contestant whose it is
   * @param name what it is of
   * @param value its value
   */
  public record ShownFigure(String contestant, FigureName name, double value) {}
}

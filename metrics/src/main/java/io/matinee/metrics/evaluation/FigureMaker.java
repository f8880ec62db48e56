package io.matinee.metrics.evaluation;

import io.matinee.metrics.protocol.EvaluationProtocol;
import io.matinee.model.metric.Bootstrap;
import io.matinee.model.metric.Estimate;
import io.matinee.model.metric.beyond.CatalogueCoverage;
import io.matinee.model.metric.rating.MeanAbsoluteError;
import io.matinee.model.metric.rating.RootMeanSquaredError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sums up values into figures with intervals: users resampled with the protocol's seed, for
 * coverage a jackknife. A figure that nothing defines is left out.
 */
final class FigureMaker {
  private final EvaluationData data;
  private final EvaluationProtocol protocol;
  private final Runnable beforeEach;

  /** Creates a maker that calls {@code beforeEach} before each figure. */
  FigureMaker(EvaluationData data, EvaluationProtocol protocol, Runnable beforeEach) {
    this.data = data;
    this.protocol = protocol;
    this.beforeEach = beforeEach;
  }

  AlgorithmFigures sumUp(Judgement judgement) {
    List<Figure> figures = new ArrayList<>();
    judgement.predictions().ifPresent(predictions -> addRatingFigures(predictions, figures));
    judgement.lists().ifPresent(lists -> addListFigures(lists, figures));
    return new AlgorithmFigures(judgement.algorithm(), figures);
  }

  private void addRatingFigures(Predictions made, List<Figure> figures) {
    long rows = made.rows();
    if (rows == 0) {
      return;
    }
    beforeEach.run();
    Estimate squared =
        RootMeanSquaredError.estimate(
            made.predicted(), made.actual(), protocol.seed(), protocol.resamples());
    figures.add(figure(RootMeanSquaredError.NAME, squared, rows, 0));
    beforeEach.run();
    Estimate absolute =
        MeanAbsoluteError.estimate(
            made.predicted(), made.actual(), protocol.seed(), protocol.resamples());
    figures.add(figure(MeanAbsoluteError.NAME, absolute, rows, 0));
  }

  private void addListFigures(ListResult lists, List<Figure> figures) {
    lists
        .perUser()
        .forEach(
            (metric, values) -> {
              beforeEach.run();
              add(metric, Bootstrap.mean(values, protocol.seed(), protocol.resamples()), figures);
            });
    int[][] made =
        Arrays.stream(lists.lists()).filter(list -> list.length > 0).toArray(int[][]::new);
    int candidates = data.catalogue().candidateCount();
    add(CatalogueCoverage.NAME, CatalogueCoverage.estimate(made, candidates), figures);
  }

  private void add(String metric, Estimate estimate, List<Figure> figures) {
    if (estimate.count() > 0) {
      figures.add(figure(metric, estimate, estimate.count(), protocol.k()));
    }
  }

  private static Figure figure(String metric, Estimate estimate, long count, int k) {
    Interval interval =
        Double.isNaN(estimate.low()) ? null : new Interval(estimate.low(), estimate.high());
    return new Figure(metric, estimate.mean(), interval, count, k);
  }
}

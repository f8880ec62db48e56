package io.matinee.metrics.evaluation;

import io.matinee.metrics.protocol.EvaluationProtocol;
import io.matinee.model.metric.Bootstrap;
import io.matinee.model.metric.Estimate;
import io.matinee.model.metric.Sample;
import io.matinee.model.metric.beyond.CatalogueCoverage;
import io.matinee.model.metric.rating.MeanAbsoluteError;
import io.matinee.model.metric.rating.RootMeanSquaredError;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Sums up values into figures with intervals: users resampled with the protocol's seed, for
 * coverage a jackknife. A figure that nothing defines is left out.
 */
final class FigureMaker {
  private final EvaluationData data;
  private final EvaluationProtocol protocol;
  private final Runnable pause;

  /** Creates a maker that runs {@code pause} now and then, which may throw to end it all. */
  FigureMaker(EvaluationData data, EvaluationProtocol protocol, Runnable pause) {
    this.data = data;
    this.protocol = protocol;
    this.pause = pause;
  }

  ContestantFigures sumUp(Judgement judgement) {
    List<Resampled> resampled = new ArrayList<>();
    judgement.predictions().ifPresent(predictions -> addRatingFigures(predictions, resampled));
    judgement.lists().ifPresent(lists -> addListFigures(lists, resampled));
    List<Figure> figures = new ArrayList<>();
    List<Sample> samples = resampled.stream().map(Resampled::sample).toList();
    List<Estimate> estimates =
        Bootstrap.estimates(samples, protocol.seed(), protocol.resamples(), pause);
    for (int index = 0; index < estimates.size(); index++) {
      add(resampled.get(index), estimates.get(index), figures);
    }
    judgement.lists().ifPresent(lists -> addCoverage(lists, figures));
    return new ContestantFigures(judgement.contestant(), figures);
  }

  private static void addRatingFigures(Predictions made, List<Resampled> figures) {
    long rows = made.rows();
    figures.add(
        new Resampled(
            FigureName.ofRatings(RootMeanSquaredError.NAME),
            RootMeanSquaredError.sample(made.squaredErrors(), made.ratings()),
            OptionalLong.of(rows)));
    figures.add(
        new Resampled(
            FigureName.ofRatings(MeanAbsoluteError.NAME),
            MeanAbsoluteError.sample(made.absoluteErrors(), made.ratings()),
            OptionalLong.of(rows)));
  }

  private static void addListFigures(ListResult lists, List<Resampled> figures) {
    lists
        .perUser()
        .forEach(
            (name, values) ->
                figures.add(new Resampled(name, Sample.mean(values), OptionalLong.empty())));
  }

  private void addCoverage(ListResult lists, List<Figure> figures) {
    lists
        .counts()
        .forEach(
            (k, counts) -> {
              Estimate coverage =
                  CatalogueCoverage.estimate(counts, data.catalogue().candidateCount());
              if (coverage.count() > 0) {
                FigureName name = FigureName.ofLists(CatalogueCoverage.NAME, k);
                figures.add(figure(name, coverage, coverage.count(), Interval.Method.JACKKNIFE));
              }
            });
  }

  private static void add(Resampled figure, Estimate estimate, List<Figure> figures) {
    if (estimate.count() > 0) {
      long count = figure.rows().orElse(estimate.count());
      figures.add(figure(figure.name(), estimate, count, Interval.Method.PERCENTILE_BOOTSTRAP));
    }
  }

  private static Figure figure(
      FigureName name, Estimate estimate, long count, Interval.Method method) {
    Interval interval =
        Double.isNaN(estimate.low()) ? null : new Interval(estimate.low(), estimate.high(), method);
    return new Figure(name, estimate.mean(), interval, count);
  }

  /**
   * A figure before it is resampled.
   *
   * @param name what it is of
   * @param sample what it is made of
   * @param rows what it is a mean of when not of users
   */
  private record Resampled(FigureName name, Sample sample, OptionalLong rows) {}
}

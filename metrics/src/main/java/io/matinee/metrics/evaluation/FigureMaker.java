package io.matinee.metrics.evaluation;

import io.matinee.metrics.protocol.EvaluationProtocol;
import io.matinee.metrics.protocol.Slice;
import io.matinee.model.metric.Bootstrap;
import io.matinee.model.metric.Estimate;
import io.matinee.model.metric.PairedRandomisation;
import io.matinee.model.metric.PairedSample;
import io.matinee.model.metric.beyond.CatalogueCoverage;
import io.matinee.model.metric.beyond.RecommendationCounts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sums up values into figures and differences with intervals: users resampled with the protocol's
 * seed, for coverage a jackknife. A figure that nothing defines is left out. What has the same
 * cut-off is resampled together, and dropped before the next, which bounds the memory.
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

  Standings sumUp(List<Judgement> judgements) {
    Map<String, List<Figure>> figures = new LinkedHashMap<>();
    judgements.forEach(judgement -> figures.put(judgement.contestant(), new ArrayList<>()));
    List<PairedDifference> differences = new ArrayList<>();
    Map<Integer, List<Measurement>> byCutoff =
        judgements.stream()
            .flatMap(Measurement::of)
            .collect(
                Collectors.groupingBy(
                    measurement -> measurement.name().k(), TreeMap::new, Collectors.toList()));
    for (List<Measurement> measured : byCutoff.values()) {
      sumUp(measured, figures, differences);
      protocol.userSlices().forEach(users -> sumUp(sliced(measured, users), figures));
    }
    judgements.forEach(judgement -> addCoverage(judgement, figures));
    return new Standings(
        figures.entrySet().stream()
            .map(figure -> new ContestantFigures(figure.getKey(), figure.getValue()))
            .toList(),
        differences);
  }

  private void sumUp(
      List<Measurement> measured,
      Map<String, List<Figure>> figures,
      List<PairedDifference> differences) {
    List<Comparison> comparisons = Comparison.of(measured);
    List<PairedSample> pairs = comparisons.stream().map(Comparison::pair).toList();
    Bootstrap bootstrap = resampled(measured, pairs);
    add(measured, bootstrap, figures);
    Map<PairedSample, Double> probabilities =
        PairedRandomisation.probabilities(pairs, protocol.seed(), protocol.resamples(), pause);
    for (Comparison comparison : comparisons) {
      @Nullable Double probability = probabilities.get(comparison.pair());
      if (probability != null) {
        differences.add(comparison.sumUp(bootstrap, probability));
      }
    }
  }

  private void sumUp(List<Measurement> measured, Map<String, List<Figure>> figures) {
    add(measured, resampled(measured, List.of()), figures);
  }

  private List<Measurement> sliced(List<Measurement> measured, Slice.Users users) {
    return measured.stream()
        .filter(each -> each.name().isOfAll())
        .map(each -> each.of(users, data.seen()::userRatingCount))
        .toList();
  }

  private Bootstrap resampled(List<Measurement> measured, List<PairedSample> pairs) {
    return Bootstrap.of(
        measured.stream().map(Measurement::sample).toList(),
        pairs,
        protocol.seed(),
        protocol.resamples(),
        pause);
  }

  private static void add(
      List<Measurement> measured, Bootstrap bootstrap, Map<String, List<Figure>> figures) {
    for (Measurement measurement : measured) {
      Estimate estimate = bootstrap.estimate(measurement.sample());
      if (estimate.count() > 0) {
        of(measurement.contestant(), figures).add(figure(measurement, estimate));
      }
    }
  }

  private void addCoverage(Judgement judgement, Map<String, List<Figure>> figures) {
    judgement
        .lists()
        .ifPresent(
            lists ->
                lists
                    .counts()
                    .forEach(
                        (k, counts) ->
                            addCoverage(k, counts, of(judgement.contestant(), figures))));
  }

  private void addCoverage(int k, RecommendationCounts counts, List<Figure> figures) {
    Estimate coverage = CatalogueCoverage.estimate(counts, data.catalogue().candidateCount());
    if (coverage.count() > 0) {
      FigureName name = FigureName.ofLists(CatalogueCoverage.NAME, k);
      figures.add(
          new Figure(
              name,
              coverage.mean(),
              interval(coverage, Interval.Method.JACKKNIFE),
              coverage.count()));
    }
  }

  private static Figure figure(Measurement measurement, Estimate estimate) {
    return new Figure(
        measurement.name(),
        estimate.mean(),
        interval(estimate, Interval.Method.PERCENTILE_BOOTSTRAP),
        measurement.sample().size());
  }

  private static @Nullable Interval interval(Estimate estimate, Interval.Method method) {
    return Double.isNaN(estimate.low())
        ? null
        : new Interval(estimate.low(), estimate.high(), method);
  }

  private static List<Figure> of(String contestant, Map<String, List<Figure>> figures) {
    return figures.computeIfAbsent(contestant, added -> new ArrayList<>());
  }
}

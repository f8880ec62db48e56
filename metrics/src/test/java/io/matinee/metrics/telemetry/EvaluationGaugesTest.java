package io.matinee.metrics.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.metrics.evaluation.FigureName;
import io.matinee.metrics.evaluation.FigureSpace;
import io.matinee.metrics.telemetry.ShownEvaluation.ShownFigure;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationGaugesTest {
  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final EvaluationGauges gauges = new EvaluationGauges(registry);

  @Test
  void showsTheLatestEvaluationOfEachVersionAndNothingOfTheOneBefore() {
    show("models/m/versions/1", FigureName.ofLists("ndcg", 10), .25);
    show("models/m/versions/2", FigureName.ofLists("ndcg", 10), .5);
    show(
        "models/m/versions/1",
        FigureName.ofDistances("intra_list_diversity", 20, FigureSpace.CONTENT),
        .75);
    show("models/m/versions/2", FigureName.ofRatings("rmse"), .875);

    assertThat(shown())
        .containsExactlyInAnyOrder(
            "subject 20 intra_list_diversity m content 1: 0.75", "subject  rmse m  2: 0.875");
  }

  private void show(String version, FigureName name, double value) {
    gauges.show(
        new ShownEvaluation(
            "evaluations/e", version, List.of(new ShownFigure("subject", name, value))));
  }

  private List<String> shown() {
    return registry.scrape().stream()
        .flatMap(metric -> ((GaugeSnapshot) metric).getDataPoints().stream())
        .map(point -> labels(point) + ": " + point.getValue())
        .toList();
  }

  private static String labels(GaugeSnapshot.GaugeDataPointSnapshot point) {
    return String.join(
        " ",
        Arrays.asList("contestant", "k", "metric", "model", "space", "version").stream()
            .map(point.getLabels()::get)
            .toList());
  }
}

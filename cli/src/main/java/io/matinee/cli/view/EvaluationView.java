package io.matinee.cli.view;

import io.matinee.cli.output.Table;
import io.matinee.cli.output.Wording;
import io.matinee.proto.model.v1.BaselineFigures;
import io.matinee.proto.model.v1.Evaluation;
import io.matinee.proto.model.v1.EvaluationProtocol;
import io.matinee.proto.model.v1.Figure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An evaluation as a table: one row a metric, the version beside the baselines. */
public final class EvaluationView {
  private static final String POPULAR = "popular";
  private static final String BASELINE = "baseline";
  private static final List<String> ORDER =
      List.of(
          "rmse",
          "mae",
          "precision",
          "recall",
          "ndcg",
          "intra_list_diversity_model",
          "intra_list_diversity_content",
          "novelty_mean_rating",
          "novelty_mean_rating_scaled",
          "novelty_self_information",
          "catalogue_coverage");
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("rmse", "RMSE"),
          Map.entry("mae", "MAE"),
          Map.entry("precision", "precision"),
          Map.entry("recall", "recall"),
          Map.entry("ndcg", "NDCG"),
          Map.entry("intra_list_diversity_model", "diversity, model's space"),
          Map.entry("intra_list_diversity_content", "diversity, content space"),
          Map.entry("novelty_mean_rating", "novelty, mean rating"),
          Map.entry("novelty_mean_rating_scaled", "novelty, mean rating 0-1"),
          Map.entry("novelty_self_information", "novelty, bits"),
          Map.entry("catalogue_coverage", "catalogue coverage"),
          Map.entry("map", "MAP"),
          Map.entry("hit_rate", "hit rate"),
          Map.entry("mrr", "MRR"));
  private static final int DIGITS = 4;

  private final Evaluation evaluation;

  private EvaluationView(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  /** The view of an evaluation. */
  public static EvaluationView of(Evaluation evaluation) {
    return new EvaluationView(evaluation);
  }

  /**
   * The table, figures with their 95 % intervals.
   *
   * @param algorithms the heading of the version's own figures, e.g. "als + biased-mf"
   * @return several lines
   */
  public String table(String algorithms) {
    Table table = Table.of("metric", ">" + algorithms, ">" + POPULAR, ">" + BASELINE);
    for (String metric : metrics()) {
      table.row(
          heading(metric),
          cell(find(evaluation.getFiguresList(), metric)),
          cell(find(baseline(POPULAR), metric)),
          cell(find(baseline(BASELINE), metric)));
    }
    return table.indented();
  }

  /** What the figures are means of. */
  public String footnote() {
    EvaluationProtocol protocol = evaluation.getProtocol();
    return ("  %s users with a held-out rating of at least %s; %s held-out ratings, %s of them of movies without a"
            + " training rating; 95 %% bootstrap intervals (%s resamples of users)")
        .formatted(
            Wording.count(evaluation.getEvaluatedUsers()),
            Wording.rating(protocol.getRelevanceThreshold()),
            Wording.count(evaluation.getRatingRows()),
            Wording.count(evaluation.getRowsWithoutCandidate()),
            Wording.count(protocol.getResamples()));
  }

  private List<String> metrics() {
    List<String> others =
        evaluation.getFiguresList().stream()
            .map(Figure::getMetric)
            .filter(metric -> !ORDER.contains(metric))
            .toList();
    return Stream.concat(
            ORDER.stream().filter(metric -> find(evaluation.getFiguresList(), metric).isPresent()),
            others.stream())
        .toList();
  }

  private String heading(String metric) {
    int k = find(evaluation.getFiguresList(), metric).map(Figure::getK).orElse(0);
    String name = NAMES.getOrDefault(metric, metric);
    return k == 0 ? name : name.replaceFirst("^([^,]*)", "$1@" + k);
  }

  private List<Figure> baseline(String algorithm) {
    return evaluation.getBaselinesList().stream()
        .filter(figures -> figures.getAlgorithm().equals(algorithm))
        .findFirst()
        .map(BaselineFigures::getFiguresList)
        .orElse(List.of());
  }

  private static Optional<Figure> find(List<Figure> figures, String metric) {
    return figures.stream().filter(figure -> figure.getMetric().equals(metric)).findFirst();
  }

  private static String cell(Optional<Figure> found) {
    if (found.isEmpty()) {
      return Wording.ABSENT;
    }
    Figure figure = found.get();
    String value = Wording.decimal(figure.getValue(), DIGITS);
    if (!figure.hasInterval()) {
      return value;
    }
    return "%s [%s, %s]"
        .formatted(
            value,
            Wording.decimal(figure.getInterval().getLow(), DIGITS),
            Wording.decimal(figure.getInterval().getHigh(), DIGITS));
  }
}

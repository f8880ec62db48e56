package io.matinee.cli.view;

import io.matinee.proto.model.v1.Contestant;
import io.matinee.proto.model.v1.EmbeddingSpace;
import io.matinee.proto.model.v1.Figure;
import io.matinee.proto.model.v1.PairedDifference;
import io.matinee.proto.model.v1.RatingCountRange;
import io.matinee.proto.model.v1.Slice;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a figure is of, ordered as people look for them.
 *
 * @param metric the metric
 * @param k the cut-off; 0 for metrics of ratings
 * @param space the space of its distances
 * @param slice the users whom it is of; the default for all
 */
record FigureLabel(String metric, int k, EmbeddingSpace space, Slice slice)
    implements Comparable<FigureLabel> {
  private static final List<String> ORDER =
      List.of(
          "rmse",
          "mae",
          "precision",
          "recall",
          "ndcg",
          "map",
          "hit_rate",
          "mrr",
          "intra_list_diversity",
          "novelty_mean_rating",
          "novelty_mean_rating_scaled",
          "novelty_self_information",
          "catalogue_coverage");
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("rmse", "RMSE"),
          Map.entry("mae", "MAE"),
          Map.entry("ndcg", "NDCG"),
          Map.entry("intra_list_diversity", "diversity"),
          Map.entry("novelty_mean_rating", "novelty, mean rating"),
          Map.entry("novelty_mean_rating_scaled", "novelty, mean rating 0-1"),
          Map.entry("novelty_self_information", "novelty, bits"),
          Map.entry("catalogue_coverage", "catalogue coverage"),
          Map.entry("map", "MAP"),
          Map.entry("hit_rate", "hit rate"),
          Map.entry("mrr", "MRR"));
  private static final Comparator<FigureLabel> AS_LOOKED_FOR =
      Comparator.comparingInt(FigureLabel::place)
          .thenComparing(FigureLabel::metric)
          .thenComparing(FigureLabel::space)
          .thenComparingInt(FigureLabel::k)
          .thenComparingInt(label -> label.slice().hasUserActivity() ? 1 : 0)
          .thenComparingInt(label -> label.slice().getUserActivity().getMinimum());

  static FigureLabel of(Figure figure) {
    return new FigureLabel(figure.getMetric(), figure.getK(), figure.getSpace(), figure.getSlice());
  }

  static FigureLabel of(PairedDifference difference) {
    return new FigureLabel(
        difference.getMetric(),
        difference.getK(),
        difference.getSpace(),
        Slice.getDefaultInstance());
  }

  /** Whether it says how well ratings are predicted or movies are ranked. */
  boolean isQuality() {
    return place() < ORDER.indexOf("intra_list_diversity");
  }

  /** The figure that a contestant has of it. */
  Optional<Figure> in(Contestant contestant) {
    return contestant.getFiguresList().stream()
        .filter(figure -> of(figure).equals(this))
        .findFirst();
  }

  /** "NDCG@10", "diversity@10, content space". */
  String text() {
    String name = NAMES.getOrDefault(metric, metric);
    String cut = k == 0 ? name : name.replaceFirst("^([^,]*)", "$1@" + k);
    String inSpace =
        switch (space) {
          case EMBEDDING_SPACE_RANKING -> cut + ", model's space";
          case EMBEDDING_SPACE_CONTENT -> cut + ", content space";
          default -> cut;
        };
    return slice.hasUserActivity() ? inSpace + users(slice.getUserActivity()) : inSpace;
  }

  @Override
  public int compareTo(FigureLabel other) {
    return AS_LOOKED_FOR.compare(this, other);
  }

  private static String users(RatingCountRange ratings) {
    return ratings.hasMaximum()
        ? ", users of %d to %d ratings".formatted(ratings.getMinimum(), ratings.getMaximum())
        : ", users of %d ratings or more".formatted(ratings.getMinimum());
  }

  private int place() {
    int place = ORDER.indexOf(metric);
    return place < 0 ? ORDER.size() : place;
  }
}

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
 * @param slice the part that it is of; the default for everything
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
  private static final Comparator<Slice.KindCase> UNSLICED_FIRST =
      Comparator.comparingInt(Slice.KindCase::getNumber);
  private static final Comparator<FigureLabel> AS_LOOKED_FOR =
      Comparator.comparingInt(FigureLabel::place)
          .thenComparing(FigureLabel::metric)
          .thenComparing(FigureLabel::space)
          .thenComparingInt(FigureLabel::k)
          .thenComparing((FigureLabel label) -> label.slice().getKindCase(), UNSLICED_FIRST)
          .thenComparingInt(label -> ratings(label.slice()).getMinimum());

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

  /** Returns the figure that a contestant has of it. */
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
    return switch (slice.getKindCase()) {
      case USER_ACTIVITY -> inSpace + ", users of " + text(slice.getUserActivity());
      case MOVIE_POPULARITY -> inSpace + ", movies of " + text(slice.getMoviePopularity());
      case KIND_NOT_SET -> inSpace;
    };
  }

  @Override
  public int compareTo(FigureLabel other) {
    return AS_LOOKED_FOR.compare(this, other);
  }

  private static RatingCountRange ratings(Slice slice) {
    return slice.hasMoviePopularity() ? slice.getMoviePopularity() : slice.getUserActivity();
  }

  private static String text(RatingCountRange ratings) {
    return ratings.hasMaximum()
        ? "%d to %d ratings".formatted(ratings.getMinimum(), ratings.getMaximum())
        : "%d ratings or more".formatted(ratings.getMinimum());
  }

  private int place() {
    int place = ORDER.indexOf(metric);
    return place < 0 ? ORDER.size() : place;
  }
}

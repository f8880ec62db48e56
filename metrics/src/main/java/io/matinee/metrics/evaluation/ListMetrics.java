package io.matinee.metrics.evaluation;

import io.matinee.metrics.protocol.EvaluationProtocol;
import io.matinee.metrics.protocol.Slice;
import io.matinee.model.catalogue.Catalogue;
import io.matinee.model.catalogue.ContentSpace;
import io.matinee.model.catalogue.Space;
import io.matinee.model.metric.beyond.IntraListDiversity;
import io.matinee.model.metric.beyond.MeanRatingNovelty;
import io.matinee.model.metric.beyond.SelfInformationNovelty;
import io.matinee.model.metric.ranking.AveragePrecision;
import io.matinee.model.metric.ranking.HitRate;
import io.matinee.model.metric.ranking.MeanReciprocalRank;
import io.matinee.model.metric.ranking.NormalisedDiscountedCumulativeGain;
import io.matinee.model.metric.ranking.Precision;
import io.matinee.model.metric.ranking.Recall;
import io.matinee.model.metric.ranking.Relevance;
import io.matinee.model.scoring.FactorSpace;
import io.matinee.model.scoring.Scorer;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The metrics of lists, each from its class in {@code model.metric}, at each cut-off. */
public final class ListMetrics {
  private ListMetrics() {}

  /** Returns those that are the same for all contestants, cut-off by cut-off. */
  static List<ListMetric> shared(EvaluationData data, EvaluationProtocol protocol) {
    Space content = ContentSpace.of(data.catalogue());
    return protocol.cutoffs().stream()
        .flatMap(
            k ->
                Stream.of(
                        accuracy(k),
                        recallOfParts(data.catalogue(), protocol.movieSlices(), k),
                        List.of(diversity(FigureSpace.CONTENT, content, k)),
                        novelty(data, k))
                    .flatMap(List::stream))
        .toList();
  }

  /** Returns diversity in the scorer's own space; none for a scorer without vectors. */
  public static List<ListMetric> ownDiversity(Scorer scorer, List<Integer> cutoffs) {
    return scorer.movieVectors().map(FactorSpace::of).stream()
        .flatMap(space -> cutoffs.stream().map(k -> diversity(FigureSpace.RANKING, space, k)))
        .toList();
  }

  /** Returns novelty by mean rating, in rating units and on [0, 1], and by self-information. */
  public static List<ListMetric> novelty(EvaluationData data, int k) {
    Catalogue catalogue = data.catalogue();
    int users = data.trainedUsers();
    return List.of(
        beyond(MeanRatingNovelty.NAME, k, list -> MeanRatingNovelty.of(list, catalogue)),
        beyond(
            MeanRatingNovelty.SCALED_NAME,
            k,
            list -> MeanRatingNovelty.scaled(MeanRatingNovelty.of(list, catalogue), data.scale())),
        beyond(
            SelfInformationNovelty.NAME,
            k,
            list -> SelfInformationNovelty.of(list, catalogue, users)));
  }

  private static List<ListMetric> accuracy(int k) {
    return List.of(
        accuracy(Precision.NAME, Precision::of, k),
        accuracy(Recall.NAME, Recall::of, k),
        accuracy(
            NormalisedDiscountedCumulativeGain.NAME, NormalisedDiscountedCumulativeGain::of, k),
        accuracy(AveragePrecision.NAME, AveragePrecision::of, k),
        accuracy(HitRate.NAME, HitRate::of, k),
        accuracy(MeanReciprocalRank.NAME, MeanReciprocalRank::of, k));
  }

  private static List<ListMetric> recallOfParts(
      Catalogue catalogue, List<Slice.Movies> parts, int k) {
    return parts.stream().map(part -> recall(catalogue, part, k)).toList();
  }

  private static ListMetric recall(Catalogue catalogue, Slice.Movies part, int k) {
    IntPredicate inPart = movie -> part.popularity().has(catalogue.ratingCount(movie));
    return new ListMetric(
        FigureName.ofLists(Recall.NAME, k).of(part),
        (list, relevant) -> Recall.of(list, relevant.among(inPart), k));
  }

  private static ListMetric accuracy(String name, CutOff metric, int k) {
    return new ListMetric(
        FigureName.ofLists(name, k), (list, relevant) -> metric.of(list, relevant, k));
  }

  private static ListMetric diversity(FigureSpace space, Space vectors, int k) {
    return new ListMetric(
        FigureName.ofDistances(IntraListDiversity.NAME, k, space),
        (list, relevant) -> IntraListDiversity.of(beginning(list, k), vectors));
  }

  private static ListMetric beyond(String name, int k, ToDoubleFunction<int[]> metric) {
    return new ListMetric(
        FigureName.ofLists(name, k), (list, relevant) -> metric.applyAsDouble(beginning(list, k)));
  }

  /** Returns the first k movies of a list; the list itself when it has no more. */
  static int[] beginning(int[] list, int k) {
    return list.length <= k ? list : Arrays.copyOf(list, k);
  }

  /** A metric that cuts lists off by itself. */
  @FunctionalInterface
  private interface CutOff {
    double of(int[] list, Relevance relevant, int k);
  }
}

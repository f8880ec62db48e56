package io.matinee.metrics.evaluation;

import io.matinee.model.catalogue.Catalogue;
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
import io.matinee.model.scoring.FactorSpace;
import io.matinee.model.scoring.Scorer;
import java.util.List;

/** The metrics of lists, each from its class in {@code model.metric}. */
public final class ListMetrics {
  private ListMetrics() {}

  /**
   * Returns the accuracy of lists: precision, recall, NDCG, average precision, hit rate and
   * reciprocal rank.
   */
  public static List<ListMetric> ranking(int k) {
    return List.of(
        new ListMetric(Precision.NAME, (list, relevant) -> Precision.of(list, relevant, k)),
        new ListMetric(Recall.NAME, (list, relevant) -> Recall.of(list, relevant, k)),
        new ListMetric(
            NormalisedDiscountedCumulativeGain.NAME,
            (list, relevant) -> NormalisedDiscountedCumulativeGain.of(list, relevant, k)),
        new ListMetric(
            AveragePrecision.NAME, (list, relevant) -> AveragePrecision.of(list, relevant, k)),
        new ListMetric(HitRate.NAME, (list, relevant) -> HitRate.of(list, relevant, k)),
        new ListMetric(
            MeanReciprocalRank.NAME, (list, relevant) -> MeanReciprocalRank.of(list, relevant, k)));
  }

  /** Returns diversity in the scorer's own space; none for a scorer without vectors. */
  public static List<ListMetric> modelDiversity(Scorer scorer) {
    return scorer.movieVectors().stream()
        .map(vectors -> diversity(IntraListDiversity.MODEL_NAME, FactorSpace.of(vectors)))
        .toList();
  }

  /** Returns diversity in the fixed space of the catalogue, in which models compare. */
  public static ListMetric contentDiversity(Space content) {
    return diversity(IntraListDiversity.CONTENT_NAME, content);
  }

  /** Returns novelty by mean rating, in rating units and on [0, 1], and by self-information. */
  public static List<ListMetric> novelty(EvaluationData data) {
    Catalogue catalogue = data.catalogue();
    int users = data.trainedUsers();
    return List.of(
        new ListMetric(
            MeanRatingNovelty.NAME, (list, relevant) -> MeanRatingNovelty.of(list, catalogue)),
        new ListMetric(
            MeanRatingNovelty.SCALED_NAME,
            (list, relevant) ->
                MeanRatingNovelty.scaled(MeanRatingNovelty.of(list, catalogue), data.scale())),
        new ListMetric(
            SelfInformationNovelty.NAME,
            (list, relevant) -> SelfInformationNovelty.of(list, catalogue, users)));
  }

  private static ListMetric diversity(String name, Space space) {
    return new ListMetric(name, (list, relevant) -> IntraListDiversity.of(list, space));
  }
}

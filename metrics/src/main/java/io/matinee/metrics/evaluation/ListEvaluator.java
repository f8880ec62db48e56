package io.matinee.metrics.evaluation;

import io.matinee.metrics.protocol.EvaluationProtocol;
import io.matinee.model.metric.beyond.RecommendationCounts;
import io.matinee.model.metric.ranking.Relevance;
import io.matinee.model.scoring.Scorer;
import io.matinee.model.scoring.ranking.BatchRanker;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes the lists of all users with a training rating, and judges each as soon as it is made: what
 * is kept of a user is a number a metric. Uses every core. Thread-safe.
 */
public final class ListEvaluator {
  private final EvaluationData data;
  private final EvaluationProtocol protocol;
  private final RelevantMovies relevant;

  /** Creates an evaluator of scorers of the same users and movies. */
  public ListEvaluator(EvaluationData data, EvaluationProtocol protocol) {
    this.data = data;
    this.protocol = protocol;
    this.relevant = new RelevantMovies(data, protocol.relevanceThreshold());
  }

  /**
   * Judges lists.
   *
   * @param scorers what ranks: the first that knows a user
   * @param metrics what to judge by
   * @param judged counts the users, and may throw to end the work
   */
  public ListResult evaluate(
      List<? extends Scorer> scorers, List<ListMetric> metrics, JudgedUsers judged) {
    int users = data.seen().userCount();
    Map<FigureName, double[]> perUser = new LinkedHashMap<>();
    metrics.forEach(metric -> perUser.put(metric.name(), undefined(users)));
    double[][] values = perUser.values().toArray(double[][]::new);
    SortedMap<Integer, RecommendationCounts> counts = new TreeMap<>();
    protocol
        .cutoffs()
        .forEach(k -> counts.put(k, new RecommendationCounts(users, data.catalogue().size())));
    BatchRanker ranker =
        new BatchRanker(
            data.seen(),
            data.catalogue()::isCandidate,
            protocol.longestList(),
            protocol.includeSeen());
    ranker.rank(
        scorers,
        (user, list) -> {
          judged.list();
          if (list.length > 0 && data.isTrained(user)) {
            judge(user, list, metrics, values);
            counts.forEach(
                (k, recommended) -> recommended.add(user, ListMetrics.beginning(list, k)));
          }
        });
    return new ListResult(perUser, counts);
  }

  private void judge(int user, int[] list, List<ListMetric> metrics, double[][] values) {
    Relevance ofUser = relevant.of(user);
    for (int metric = 0; metric < values.length; metric++) {
      values[metric][user] = metrics.get(metric).perUser().of(list, ofUser);
    }
  }

  private static double[] undefined(int users) {
    double[] values = new double[users];
    Arrays.fill(values, Double.NaN);
    return values;
  }
}

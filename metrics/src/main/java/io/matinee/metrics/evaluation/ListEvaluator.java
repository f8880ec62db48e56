package io.matinee.metrics.evaluation;

import io.matinee.metrics.protocol.EvaluationProtocol;
import io.matinee.model.scoring.AllUsers;
import io.matinee.model.scoring.FactorScorer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Makes the lists of all users with a training rating, and judges them. Uses every core.
 * Thread-safe.
 */
public final class ListEvaluator {
  private static final int[] NO_LIST = {};

  private final EvaluationData data;
  private final EvaluationProtocol protocol;

  /** Creates an evaluator of scorers of the same users and movies. */
  public ListEvaluator(EvaluationData data, EvaluationProtocol protocol) {
    this.data = data;
    this.protocol = protocol;
  }

  /**
   * Judges a scorer.
   *
   * @param scorer what ranks
   * @param metrics what to judge by
   */
  public ListResult evaluate(FactorScorer scorer, List<ListMetric> metrics) {
    int[][] lists = lists(scorer);
    Map<String, double[]> values = new LinkedHashMap<>();
    for (ListMetric metric : metrics) {
      values.put(metric.name(), judge(lists, metric));
    }
    return new ListResult(values, lists);
  }

  /** [users][at most k] indices of movies; empty for a user without a training rating. */
  private int[][] lists(FactorScorer scorer) {
    int[][] lists =
        AllUsers.topK(
            scorer,
            data.seen(),
            data.catalogue()::isCandidate,
            protocol.k(),
            protocol.includeSeen());
    for (int user = 0; user < lists.length; user++) {
      if (!data.isTrained(user)) {
        lists[user] = NO_LIST;
      }
    }
    return lists;
  }

  private static double[] judge(int[][] lists, ListMetric metric) {
    return IntStream.range(0, lists.length)
        .parallel()
        .mapToDouble(
            user -> lists[user].length == 0 ? Double.NaN : metric.perUser().of(user, lists[user]))
        .toArray();
  }
}

package io.matinee.metrics.store;

import io.matinee.metrics.evaluation.Evaluation;
import io.matinee.metrics.protocol.EvaluationRequest;
import java.util.Comparator;

/**
 * A finished evaluation with the request that it answers, as it lies in its file.
 *
 * @param request the request
 * @param evaluation the result
 */
public record StoredEvaluation(EvaluationRequest request, Evaluation evaluation) {
  /** Newest first; among equals by id. */
  static final Comparator<StoredEvaluation> NEWEST_FIRST =
      Comparator.comparing((StoredEvaluation each) -> each.evaluation().createTime())
          .reversed()
          .thenComparing(each -> each.evaluation().id());
}

package io.matinee.metrics.api;

import io.matinee.metrics.evaluation.AlgorithmFigures;
import io.matinee.metrics.evaluation.Evaluation;
import io.matinee.metrics.evaluation.Figure;
import io.matinee.proto.model.v1.BaselineFigures;
import io.matinee.proto.model.v1.EvaluationProtocol;
import io.matinee.proto.model.v1.Interval;
import io.matinee.runtime.time.Times;

/** Evaluations as messages. */
final class EvaluationMessages {
  private EvaluationMessages() {}

  static io.matinee.proto.model.v1.Evaluation of(Evaluation evaluation) {
    var message =
        io.matinee.proto.model.v1.Evaluation.newBuilder()
            .setName(evaluation.name())
            .setModelVersion(evaluation.modelVersion())
            .setProtocol(protocol(evaluation))
            .setCreateTime(Times.of(evaluation.createTime()))
            .setEvaluatedUsers(evaluation.counts().evaluatedUsers())
            .setRatingRows(evaluation.counts().ratingRows())
            .setRowsWithoutCandidate(evaluation.counts().rowsWithoutCandidate());
    evaluation.figures().forEach(figure -> message.addFigures(figure(figure)));
    evaluation.baselines().forEach(baseline -> message.addBaselines(baseline(baseline)));
    return message.build();
  }

  private static EvaluationProtocol protocol(Evaluation evaluation) {
    var protocol = evaluation.protocol();
    return EvaluationProtocol.newBuilder()
        .setK(protocol.k())
        .setRelevanceThreshold(protocol.relevanceThreshold())
        .setIncludeSeen(protocol.includeSeen())
        .setResamples(protocol.resamples())
        .setSeed(protocol.seed())
        .setDatasetVersion(evaluation.datasetVersion())
        .setSplitDigest(evaluation.splitDigest())
        .build();
  }

  private static BaselineFigures baseline(AlgorithmFigures baseline) {
    var message = BaselineFigures.newBuilder().setAlgorithm(baseline.algorithm());
    baseline.figures().forEach(figure -> message.addFigures(figure(figure)));
    return message.build();
  }

  private static io.matinee.proto.model.v1.Figure figure(Figure figure) {
    var message =
        io.matinee.proto.model.v1.Figure.newBuilder()
            .setMetric(figure.metric())
            .setValue(figure.value())
            .setCount(figure.count())
            .setK(figure.k());
    var interval = figure.interval();
    if (interval != null) {
      message.setInterval(Interval.newBuilder().setLow(interval.low()).setHigh(interval.high()));
    }
    return message.build();
  }
}

package io.matinee.metrics.api;

import io.matinee.metrics.evaluation.ContestantFigures;
import io.matinee.metrics.evaluation.Evaluation;
import io.matinee.metrics.evaluation.Figure;
import io.matinee.metrics.evaluation.FigureSpace;
import io.matinee.metrics.evaluation.Interval;
import io.matinee.metrics.evaluation.PairedDifference;
import io.matinee.metrics.protocol.EvaluationRequest;
import io.matinee.metrics.protocol.RatingCountRange;
import io.matinee.metrics.protocol.Slice;
import io.matinee.proto.model.v1.Contestant;
import io.matinee.proto.model.v1.EmbeddingSpace;
import io.matinee.proto.model.v1.EvaluationCounts;
import io.matinee.proto.model.v1.EvaluationProtocol;
import io.matinee.proto.model.v1.IntervalMethod;
import io.matinee.runtime.time.Times;

/** Evaluations as messages. */
final class EvaluationMessages {
  private EvaluationMessages() {}

  static io.matinee.proto.model.v1.Evaluation of(Evaluation evaluation) {
    String subject = evaluation.request().modelVersion();
    var message =
        io.matinee.proto.model.v1.Evaluation.newBuilder()
            .setName(evaluation.name())
            .setModelVersion(subject)
            .setProtocol(protocol(evaluation.request()))
            .setCreateTime(Times.of(evaluation.createTime()))
            .setCounts(counts(evaluation.counts()));
    for (ContestantFigures contestant : evaluation.contestants()) {
      message.addContestants(contestant(contestant, subject));
    }
    evaluation.differences().forEach(each -> message.addDifferences(difference(each)));
    return message.build();
  }

  private static EvaluationProtocol protocol(EvaluationRequest request) {
    var protocol = request.protocol();
    return EvaluationProtocol.newBuilder()
        .setDigest(request.protocolDigest())
        .setFormatVersion(EvaluationRequest.FORMAT_VERSION)
        .addAllCutoffs(protocol.cutoffs())
        .addAllUserActivityBounds(protocol.activityBounds())
        .addAllMoviePopularityBounds(protocol.popularityBounds())
        .setRelevanceThreshold(protocol.relevanceThreshold())
        .setDatasetVersion(request.heldOut().datasetVersion())
        .setSplitDigest(request.heldOut().splitDigest())
        .setSeed(protocol.seed())
        .setResampleCount(protocol.resamples())
        .setIncludeSeen(protocol.includeSeen())
        .build();
  }

  private static EvaluationCounts counts(Evaluation.Counts counts) {
    return EvaluationCounts.newBuilder()
        .setUsers(counts.users())
        .setRatings(counts.ratings())
        .setRatingsWithoutCandidate(counts.ratingsWithoutCandidate())
        .build();
  }

  private static Contestant contestant(ContestantFigures contestant, String subject) {
    var message = Contestant.newBuilder().setContestantId(contestant.contestant());
    if (contestant.isSubject()) {
      message.setModelVersion(subject);
    } else {
      message.setAlgorithmId(contestant.contestant());
    }
    contestant.figures().forEach(figure -> message.addFigures(figure(figure)));
    return message.build();
  }

  private static io.matinee.proto.model.v1.Figure figure(Figure figure) {
    var message =
        io.matinee.proto.model.v1.Figure.newBuilder()
            .setMetric(figure.name().metric())
            .setK(figure.name().k())
            .setSpace(space(figure.name().space()))
            .setValue(figure.value())
            .setCount(figure.count());
    switch (figure.name().slice()) {
      case Slice.All all -> {}
      case Slice.Users users -> message.getSliceBuilder().setUserActivity(range(users.activity()));
      case Slice.Movies movies ->
          message.getSliceBuilder().setMoviePopularity(range(movies.popularity()));
    }
    Interval interval = figure.interval();
    if (interval != null) {
      message.setInterval(interval(interval));
    }
    return message.build();
  }

  private static io.matinee.proto.model.v1.PairedDifference difference(PairedDifference apart) {
    var message =
        io.matinee.proto.model.v1.PairedDifference.newBuilder()
            .setContestantId(apart.contestant())
            .setOtherContestantId(apart.other())
            .setMetric(apart.name().metric())
            .setK(apart.name().k())
            .setSpace(space(apart.name().space()))
            .setDifference(apart.difference())
            .setInterval(interval(apart.interval()))
            .setPValue(apart.probability())
            .setWinCount(apart.outcomes().wins())
            .setTieCount(apart.outcomes().ties())
            .setLossCount(apart.outcomes().losses());
    apart.decidingUsers().ifPresent(message::setDecidingUserCount);
    return message.build();
  }

  private static EmbeddingSpace space(FigureSpace space) {
    return switch (space) {
      case NONE -> EmbeddingSpace.EMBEDDING_SPACE_UNSPECIFIED;
      case RANKING -> EmbeddingSpace.EMBEDDING_SPACE_RANKING;
      case CONTENT -> EmbeddingSpace.EMBEDDING_SPACE_CONTENT;
    };
  }

  private static io.matinee.proto.model.v1.RatingCountRange range(RatingCountRange range) {
    var message =
        io.matinee.proto.model.v1.RatingCountRange.newBuilder().setMinimum(range.minimum());
    if (range.maximum() < RatingCountRange.UNBOUNDED) {
      message.setMaximum(range.maximum());
    }
    return message.build();
  }

  private static io.matinee.proto.model.v1.Interval interval(Interval interval) {
    return io.matinee.proto.model.v1.Interval.newBuilder()
        .setLow(interval.low())
        .setHigh(interval.high())
        .setMethod(method(interval.method()))
        .build();
  }

  private static IntervalMethod method(Interval.Method method) {
    return switch (method) {
      case PERCENTILE_BOOTSTRAP -> IntervalMethod.INTERVAL_METHOD_PERCENTILE_BOOTSTRAP;
      case JACKKNIFE -> IntervalMethod.INTERVAL_METHOD_JACKKNIFE;
    };
  }
}

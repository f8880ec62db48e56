package io.matinee.metrics.evaluation;

import io.matinee.metrics.protocol.Slice;
import io.matinee.model.metric.Sample;
import io.matinee.model.metric.rating.MeanAbsoluteError;
import io.matinee.model.metric.rating.RootMeanSquaredError;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;

/**
 * A figure of a contestant before it is summed up.
 *
 * @param contestant the contestant's id
 * @param name what it is of
 * @param sample its values
 */
record Measurement(String contestant, FigureName name, Sample sample) {

  /** Returns those of predicted ratings, if any were, and those of lists, if there are any. */
  static Stream<Measurement> of(Judgement judgement) {
    String contestant = judgement.contestant();
    return Stream.concat(
        judgement.predictions().stream().flatMap(made -> ofRatings(contestant, made)),
        judgement.lists().stream().flatMap(lists -> ofLists(contestant, lists)));
  }

  /**
   * Returns the same of some users alone.
   *
   * @param ratings how many ratings each user gave in the training part
   */
  Measurement of(Slice.Users users, IntUnaryOperator ratings) {
    return new Measurement(
        contestant,
        name.of(users),
        sample.among(user -> users.activity().has(ratings.applyAsInt(user))));
  }

  private static Stream<Measurement> ofRatings(String contestant, Predictions made) {
    return Stream.of(
        new Measurement(
            contestant,
            FigureName.ofRatings(RootMeanSquaredError.NAME),
            RootMeanSquaredError.sample(made.squaredErrors(), made.ratings())),
        new Measurement(
            contestant,
            FigureName.ofRatings(MeanAbsoluteError.NAME),
            MeanAbsoluteError.sample(made.absoluteErrors(), made.ratings())));
  }

  private static Stream<Measurement> ofLists(String contestant, ListResult lists) {
    return lists.perUser().entrySet().stream()
        .map(
            metric -> new Measurement(contestant, metric.getKey(), Sample.mean(metric.getValue())));
  }
}

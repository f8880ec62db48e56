package io.matinee.metrics.evaluation;

import io.matinee.model.metric.Sample;
import io.matinee.model.metric.rating.MeanAbsoluteError;
import io.matinee.model.metric.rating.RootMeanSquaredError;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A figure of a contestant before it is summed up.
 *
 * @param contestant the contestant's id
 * @param name what it is of
 * @param sample its values
 * @param rows what it is a mean of when not of users
 */
record Measurement(String contestant, FigureName name, Sample sample, OptionalLong rows) {

  /** Returns those of predicted ratings, if any were, and those of lists, if there are any. */
  static Stream<Measurement> of(Judgement judgement) {
    String contestant = judgement.contestant();
    return Stream.concat(
        judgement.predictions().stream().flatMap(made -> ofRatings(contestant, made)),
        judgement.lists().stream().flatMap(lists -> ofLists(contestant, lists)));
  }

  private static Stream<Measurement> ofRatings(String contestant, Predictions made) {
    OptionalLong rows = OptionalLong.of(made.rows());
    return Stream.of(
        new Measurement(
            contestant,
            FigureName.ofRatings(RootMeanSquaredError.NAME),
            RootMeanSquaredError.sample(made.squaredErrors(), made.ratings()),
            rows),
        new Measurement(
            contestant,
            FigureName.ofRatings(MeanAbsoluteError.NAME),
            MeanAbsoluteError.sample(made.absoluteErrors(), made.ratings()),
            rows));
  }

  private static Stream<Measurement> ofLists(String contestant, ListResult lists) {
    return lists.perUser().entrySet().stream()
        .map(
            metric ->
                new Measurement(
                    contestant,
                    metric.getKey(),
                    Sample.mean(metric.getValue()),
                    OptionalLong.empty()));
  }
}

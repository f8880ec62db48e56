package io.matinee.trainer.algorithm.tensorflow;

import io.matinee.model.ratings.RatingScale;
import io.matinee.model.scoring.Link;
import org.tensorflow.Output;

/**
 * How scores become ratings in a graph.
 *
 * @param link from the score to the rating
 * @param scale of the ratings
 */
record RatingHead(Link link, RatingScale scale) {

  /** Returns the predicted ratings, not clipped. */
  Output<?> ratings(GraphBuilder graph, Output<?> scores) {
    return switch (link) {
      case IDENTITY -> scores;
      case SCALED_SIGMOID ->
          graph.add(
              graph.multiply(graph.sigmoid(scores), graph.constant(scale.range())),
              graph.constant(scale.minimum()));
    };
  }

  /** Returns ratings as shares of the scale's range, above its least. */
  Output<?> shares(GraphBuilder graph, Output<?> ratings) {
    return graph.multiply(
        graph.subtract(ratings, graph.constant(scale.minimum())),
        graph.constant(1 / scale.range()));
  }
}

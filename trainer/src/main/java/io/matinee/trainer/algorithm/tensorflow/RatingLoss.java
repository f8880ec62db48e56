package io.matinee.trainer.algorithm.tensorflow;

import org.tensorflow.Output;

/** What a network is trained to make small, a mean over the batch. */
enum RatingLoss {
  /** The squared error in squared units of the rating. */
  SQUARED_ERROR {
    @Override
    Output<?> of(GraphBuilder graph, RatingHead head, Output<?> scores, Output<?> ratings) {
      return mean(graph, graph.square(graph.subtract(head.ratings(graph, scores), ratings)));
    }
  },

  /** The squared error of ratings scaled to [0, 1]. */
  SQUARED_ERROR_OF_SHARES {
    @Override
    Output<?> of(GraphBuilder graph, RatingHead head, Output<?> scores, Output<?> ratings) {
      Output<?> predicted = head.shares(graph, head.ratings(graph, scores));
      return mean(graph, graph.square(graph.subtract(predicted, head.shares(graph, ratings))));
    }
  },

  /**
   * The binary cross-entropy of ratings scaled to [0, 1] for scores z that are logits: {@code log(1
   * + exp(z)) - y z}.
   */
  CROSS_ENTROPY {
    @Override
    Output<?> of(GraphBuilder graph, RatingHead head, Output<?> scores, Output<?> ratings) {
      Output<?> agreed = graph.multiply(head.shares(graph, ratings), scores);
      return mean(graph, graph.subtract(graph.apply("Softplus", scores), agreed));
    }
  };

  /**
   * Returns the loss of a batch, a number.
   *
   * @param scores [batch]
   * @param ratings [batch], in units of the rating
   */
  abstract Output<?> of(GraphBuilder graph, RatingHead head, Output<?> scores, Output<?> ratings);

  private static Output<?> mean(GraphBuilder graph, Output<?> values) {
    return graph.apply("Mean", values, graph.vector(0));
  }
}

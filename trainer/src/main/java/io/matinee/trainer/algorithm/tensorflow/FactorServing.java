package io.matinee.trainer.algorithm.tensorflow;

import static org.tensorflow.proto.DataType.DT_INT32;

import io.matinee.model.scoring.FactorModel;
import java.util.List;
import java.util.Map;
import org.tensorflow.Output;

/**
 * Predicts as readers of a factor model do:
 *
 * <pre>
 *   rating(u, i) = minimum + range * sigmoid(offset + b_u + b_i + p_u . q_i)
 * </pre>
 */
final class FactorServing {

  private FactorServing() {}

  /** Returns a trained model of ratings as other programs load it. */
  static ServingModel of(FactorModel model) {
    return new ServingModel(
        graph -> sign(graph, model),
        Map.of(
            "user_vectors", model.userFactors(),
            "movie_vectors", model.movieFactors(),
            "user_bias", model.userBias(),
            "movie_bias", model.movieBias()));
  }

  private static void sign(GraphBuilder graph, FactorModel model) {
    Output<?> user = graph.placeholder("user", DT_INT32, -1);
    Output<?> movie = graph.placeholder("movie", DT_INT32, -1);
    Output<?> logit =
        graph.add(
            graph.add(
                dot(graph, model, user, movie),
                graph.add(
                    bias(graph, "user_bias", model.userCount(), user),
                    bias(graph, "movie_bias", model.movieCount(), movie))),
            graph.constant(model.mean()));
    Output<?> share = graph.sigmoid(logit);
    Output<?> rating =
        graph.add(
            graph.multiply(share, graph.constant(model.scale().range())),
            graph.constant(model.scale().minimum()));
    graph.sign(
        ServingModel.SIGNATURE,
        new GraphSignature(Map.of("user", user, "movie", movie), Map.of("rating", rating)));
  }

  private static Output<?> dot(
      GraphBuilder graph, FactorModel model, Output<?> user, Output<?> movie) {
    Output<?> users = graph.variable("user_vectors", model.userCount(), model.dimension());
    Output<?> movies = graph.variable("movie_vectors", model.movieCount(), model.dimension());
    return graph.rowSums(graph.multiply(rows(graph, users, user), rows(graph, movies, movie)));
  }

  private static Output<?> bias(GraphBuilder graph, String name, int rows, Output<?> ids) {
    return graph.rowSums(rows(graph, graph.variable(name, rows, 1), ids));
  }

  private static Output<?> rows(GraphBuilder graph, Output<?> variable, Output<?> ids) {
    return graph.gather(variable, ids, List.of());
  }
}

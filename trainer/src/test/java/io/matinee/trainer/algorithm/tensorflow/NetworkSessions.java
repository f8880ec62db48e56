package io.matinee.trainer.algorithm.tensorflow;

import io.matinee.model.ratings.RatingScale;
import io.matinee.model.scoring.Link;
import io.matinee.trainer.algorithm.Device;
import java.util.List;

/** Networks under training, for tests. */
final class NetworkSessions {

  static final RatingHead HEAD =
      new RatingHead(Link.SCALED_SIGMOID, RatingScale.MOVIELENS_HALF_STARS);

  private NetworkSessions() {}

  /** Returns a product of vectors of two numbers with biases, for 3 users and 4 movies. */
  static DotNetwork dot(GraphBuilder graph, TableOptimiser optimiser, DotNetwork.Product product) {
    return new DotNetwork(
        table(graph, optimiser, DotNetwork.USERS, 3, 2, .01f),
        table(graph, optimiser, DotNetwork.MOVIES, 4, 2, .01f),
        List.of(
            table(graph, optimiser, DotNetwork.USER_BIAS, 3, 1, 0),
            table(graph, optimiser, DotNetwork.MOVIE_BIAS, 4, 1, 0)),
        product);
  }

  private static Embedding table(
      GraphBuilder graph,
      TableOptimiser optimiser,
      String name,
      int rows,
      int columns,
      float regularisation) {
    WeightShape shape = new WeightShape(name, rows, columns, Initialiser.NORMAL, regularisation);
    return Embedding.of(graph, shape, optimiser);
  }

  static NetworkSession open(
      StepShape shape, TableOptimiser optimiser, DotNetwork.Product product, RatingLoss loss) {
    return new NetworkSession(
        shape,
        graph ->
            NetworkGraph.build(graph, dot(graph, optimiser, product), HEAD, loss, shape.steps()),
        7,
        Device.CPU);
  }
}

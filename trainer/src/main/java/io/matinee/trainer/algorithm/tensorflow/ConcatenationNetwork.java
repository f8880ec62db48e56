package io.matinee.trainer.algorithm.tensorflow;

import java.util.List;
import java.util.stream.Stream;
import org.tensorflow.Output;

/**
 * Dense layers over a user's and a movie's vector side by side:
 *
 * <pre>
 *   x_0     = dropout([p_u, q_m])                      [batch, user dimensions + movie dimensions]
 *   x_k     = dropout(activation(x_k-1 W_k + b_k))     [batch, width of layer k]
 *   score   = x_n w + b                                [batch]
 * </pre>
 */
final class ConcatenationNetwork implements Network {

  static final String USERS = "users";
  static final String MOVIES = "movies";

  private final Embedding users;
  private final Embedding movies;
  private final List<Dense> layers;
  private final double inputDropout;
  private final double hiddenDropout;

  /**
   * Makes the network.
   *
   * @param layers the hidden ones and the last, which has one output
   * @param inputDropout the share of the vectors' numbers that a step drops
   * @param hiddenDropout the share of each hidden layer's outputs that a step drops
   */
  ConcatenationNetwork(
      Embedding users,
      Embedding movies,
      List<Dense> layers,
      double inputDropout,
      double hiddenDropout) {
    this.users = users;
    this.movies = movies;
    this.layers = layers;
    this.inputDropout = inputDropout;
    this.hiddenDropout = hiddenDropout;
  }

  /** Returns the name of a layer, from 0 on. */
  static String layer(int index) {
    return "layer_" + index;
  }

  @Override
  public List<Parameter> parameters() {
    return Stream.concat(
            Stream.of(users, movies), layers.stream().flatMap(layer -> layer.parameters().stream()))
        .toList();
  }

  @Override
  public Output<?> scores(Pass pass, Output<?> user, Output<?> movie) {
    GraphBuilder graph = pass.graph();
    Output<?> both = graph.concatenateColumns(pass.rows(users, user), pass.rows(movies, movie));
    Output<?> values = pass.dropout(both, inputDropout);
    for (Dense hidden : layers.subList(0, layers.size() - 1)) {
      values = pass.dropout(hidden.of(pass, values), hiddenDropout);
    }
    return graph.reshape(layers.getLast().of(pass, values), -1);
  }
}

package io.matinee.trainer.algorithm.tensorflow;

import static org.tensorflow.proto.DataType.DT_FLOAT;
import static org.tensorflow.proto.DataType.DT_INT32;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operation;
import org.tensorflow.Output;

/**
 * The training graph of a biased matrix factorisation (after Koren, Bell and Volinsky 2009, with a
 * logistic link):
 *
 * <pre>
 *   rating(u, i) = minimum + range * sigmoid(offset + b_u + b_i + p_u . q_i)
 *   loss         = sum over the batch of [(rating(u, i) - r)^2 + l2 (|p_u|^2 + |q_i|^2)] / batch size
 * </pre>
 *
 * A user's row holds (p_u, b_u, 1) and a movie's (q_i, 1, b_i), so the logit is one dot product and
 * the gradient of a row is the error times the other row; the columns of ones never move.
 *
 * <p>Signatures: {@code init} sets the tables; {@code train} runs {@link FactorisationShape#steps}
 * steps one after another; {@code train_one} runs a single one of any size; {@code evaluate} gives
 * half the squared error; {@code weights} gives both tables.
 */
final class FactorisationGraph {

  private static final float INITIAL_WIDTH = .02f;

  private final GraphBuilder graph;
  private final FactorisationShape shape;
  private final AdamTable users;
  private final AdamTable movies;

  private FactorisationGraph(GraphBuilder graph, FactorisationShape shape) {
    this.graph = graph;
    this.shape = shape;
    this.users = new AdamTable(graph, "users", shape.users(), shape.width());
    this.movies = new AdamTable(graph, "movies", shape.movies(), shape.width());
  }

  static void build(GraphBuilder graph, FactorisationShape shape) {
    FactorisationGraph factorisation = new FactorisationGraph(graph, shape);
    factorisation.signInitialisation();
    factorisation.signTraining("train", shape.steps());
    factorisation.signTraining("train_one", 1);
    factorisation.signEvaluation();
    factorisation.signWeights();
  }

  private void signInitialisation() {
    Output<?> seed = graph.placeholder("init_seed", DT_INT32, 2);
    Output<?> userBias = graph.placeholder("init_user_bias", DT_FLOAT, shape.users(), 1);
    Output<?> movieBias = graph.placeholder("init_movie_bias", DT_FLOAT, shape.movies(), 1);
    Output<?> movieSeed = graph.add(seed, graph.vector(0, 1));
    Output<?> userWeights =
        graph.concatenateColumns(
            initialVectors(users, seed), userBias, graph.fill(shape.users(), 1, 1));
    Output<?> movieWeights =
        graph.concatenateColumns(
            initialVectors(movies, movieSeed), graph.fill(shape.movies(), 1, 1), movieBias);
    List<Operation> assigned = new ArrayList<>();
    assigned.addAll(users.initialise(userWeights, frozen(shape.dimensions() + 1)));
    assigned.addAll(movies.initialise(movieWeights, frozen(shape.dimensions())));
    graph.sign(
        "init",
        new GraphSignature(
            Map.of("seed", seed, "user_bias", userBias, "movie_bias", movieBias),
            Map.of("done", graph.after(assigned, seed))));
  }

  private Output<?> initialVectors(AdamTable table, Output<?> seed) {
    Output<?> uniform = graph.uniform(table.rows(), shape.dimensions(), seed);
    return graph.multiply(
        graph.subtract(uniform, graph.constant(.5f)), graph.constant(INITIAL_WIDTH));
  }

  /** Second moments that keep one column, the ones, where it is: [1, width]. */
  private Output<?> frozen(int columnOfOnes) {
    float[] moments = new float[shape.width()];
    moments[columnOfOnes] = Float.POSITIVE_INFINITY;
    return graph.row(moments);
  }

  private void signTraining(String name, int steps) {
    Output<?> user = graph.placeholder(name + "_user", DT_INT32, steps, -1);
    Output<?> movie = graph.placeholder(name + "_movie", DT_INT32, steps, -1);
    Output<?> rating = graph.placeholder(name + "_rating", DT_FLOAT, steps, -1);
    Output<?> rate = graph.placeholder(name + "_rate", DT_FLOAT, steps);
    List<Output<?>> rates = graph.unstack(rate, steps);
    List<Output<?>> userIds = graph.unstack(user, steps);
    List<Output<?>> movieIds = graph.unstack(movie, steps);
    List<Output<?>> targets = graph.unstack(aboveMinimum(rating), steps);

    List<Operation> written = List.of();
    List<Output<?>> losses = new ArrayList<>();
    for (int step = 0; step < steps; step++) {
      AdamTable.Rows userRows = users.gather(userIds.get(step), written);
      AdamTable.Rows movieRows = movies.gather(movieIds.get(step), written);
      Output<?> sigmoid = sigmoid(examples(userRows), examples(movieRows));
      Output<?> error = error(sigmoid, targets.get(step));
      losses.add(graph.halfSquaredSum(error));
      BatchGradient gradient =
          new BatchGradient(graph, userRows, movieRows, slope(sigmoid, error), decay());
      written = new ArrayList<>();
      written.addAll(
          users.scatter(LazyAdam.step(graph, userRows, gradient.ofUsers(), rates.get(step))));
      written.addAll(
          movies.scatter(LazyAdam.step(graph, movieRows, gradient.ofMovies(), rates.get(step))));
    }
    graph.sign(
        name,
        new GraphSignature(
            Map.of("user", user, "movie", movie, "rating", rating, "rate", rate),
            Map.of("half_squared_error", graph.after(written, graph.sumOf(losses)))));
  }

  /** The weights of every example: [batch, width]. */
  private Output<?> examples(AdamTable.Rows rows) {
    return graph.gatherRows(rows.weights(), rows.positionOfExample());
  }

  /** The predicted share of the range, [batch]. */
  private Output<?> sigmoid(Output<?> userExamples, Output<?> movieExamples) {
    Output<?> dot = graph.rowSums(graph.multiply(userExamples, movieExamples));
    return graph.sigmoid(graph.add(dot, graph.constant(shape.offset())));
  }

  private Output<?> aboveMinimum(Output<?> rating) {
    return graph.subtract(rating, graph.constant(shape.minimum()));
  }

  /** Prediction minus rating, [batch]. */
  private Output<?> error(Output<?> sigmoid, Output<?> ratingAboveMinimum) {
    return graph.subtract(
        graph.multiply(sigmoid, graph.constant(shape.range())), ratingAboveMinimum);
  }

  /** The derivative of the loss by the logit, [batch]. */
  private Output<?> slope(Output<?> sigmoid, Output<?> error) {
    Output<?> byPrediction =
        graph.multiply(error, graph.constant(2 * shape.range() / shape.batchSize()));
    return graph.sigmoidGradient(sigmoid, byPrediction);
  }

  /** What an example adds to the gradient of its own rows, by their weights, [1, width]. */
  private Output<?> decay() {
    float[] decay = new float[shape.width()];
    Arrays.fill(decay, 0, shape.dimensions(), 2 * shape.regularisation() / shape.batchSize());
    return graph.row(decay);
  }

  private void signEvaluation() {
    Output<?> user = graph.placeholder("evaluate_user", DT_INT32, -1);
    Output<?> movie = graph.placeholder("evaluate_movie", DT_INT32, -1);
    Output<?> rating = graph.placeholder("evaluate_rating", DT_FLOAT, -1);
    Output<?> sigmoid = sigmoid(users.weights(user), movies.weights(movie));
    Output<?> error = error(sigmoid, aboveMinimum(rating));
    graph.sign(
        "evaluate",
        new GraphSignature(
            Map.of("user", user, "movie", movie, "rating", rating),
            Map.of("half_squared_error", graph.halfSquaredSum(error))));
  }

  private void signWeights() {
    Output<?> unused = graph.placeholder("weights_unused", DT_INT32);
    List<Operation> after = List.of(unused.op());
    graph.sign(
        "weights",
        new GraphSignature(
            Map.of("unused", unused),
            Map.of(
                "users",
                graph.after(after, users.weights()),
                "movies",
                graph.after(after, movies.weights()))));
  }
}

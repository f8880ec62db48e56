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
  private final PackedTable users;
  private final PackedTable movies;

  private FactorisationGraph(GraphBuilder graph, FactorisationShape shape) {
    this.graph = graph;
    this.shape = shape;
    this.users = new PackedTable(graph, "users", shape.users(), shape.width());
    this.movies = new PackedTable(graph, "movies", shape.movies(), shape.width());
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
    Output<?> movieSeed = graph.add(seed, graph.constant(0, 1));
    Output<?> userWeights =
        graph.concatenateColumns(
            initialVectors(users, seed), userBias, graph.ones(shape.users(), 1));
    Output<?> movieWeights =
        graph.concatenateColumns(
            initialVectors(movies, movieSeed), graph.ones(shape.movies(), 1), movieBias);
    List<Operation> assigned =
        List.of(users.initialise(userWeights), movies.initialise(movieWeights));
    graph.sign(
        "init",
        new GraphSignature(
            Map.of("seed", seed, "user_bias", userBias, "movie_bias", movieBias),
            Map.of("done", graph.after(assigned, seed))));
  }

  private Output<?> initialVectors(PackedTable table, Output<?> seed) {
    Output<?> uniform = graph.uniform(table.rows(), shape.dimensions(), seed);
    return graph.multiply(
        graph.subtract(uniform, graph.constant(.5f)), graph.constant(INITIAL_WIDTH));
  }

  private void signTraining(String name, int steps) {
    Output<?> user = graph.placeholder(name + "_user", DT_INT32, steps, -1);
    Output<?> movie = graph.placeholder(name + "_movie", DT_INT32, steps, -1);
    Output<?> rating = graph.placeholder(name + "_rating", DT_FLOAT, steps, -1);
    Output<?> rate = graph.placeholder(name + "_rate", DT_FLOAT, steps);
    Output<?> rateColumn = graph.reshape(rate, -1, 1);
    List<Output<?>> userRates = columnRates(rateColumn, shape.dimensions() + 1, steps);
    List<Output<?>> movieRates = columnRates(rateColumn, shape.dimensions(), steps);
    List<Output<?>> userIds = graph.unstack(user, steps);
    List<Output<?>> movieIds = graph.unstack(movie, steps);
    Output<?> aboveMinimum = graph.subtract(rating, graph.constant(shape.minimum()));
    List<Output<?>> targets = graph.unstack(graph.reshape(aboveMinimum, steps, -1, 1), steps);

    List<Operation> written = List.of();
    List<Output<?>> losses = new ArrayList<>();
    for (int step = 0; step < steps; step++) {
      PackedTable.Rows userRows = users.gather(userIds.get(step), written);
      PackedTable.Rows movieRows = movies.gather(movieIds.get(step), written);
      Output<?> userExamples = examples(userRows);
      Output<?> movieExamples = examples(movieRows);
      Output<?> sigmoid = sigmoid(userExamples, movieExamples);
      Output<?> error = error(sigmoid, targets.get(step));
      Output<?> slope = slope(sigmoid, error);
      losses.add(graph.halfSquaredSum(error));
      Output<?> userGradient = gradient(userRows, userExamples, movieExamples, slope);
      Output<?> movieGradient = gradient(movieRows, movieExamples, userExamples, slope);
      written =
          List.of(
              users.scatter(LazyAdam.step(graph, userRows, userGradient, userRates.get(step))),
              movies.scatter(LazyAdam.step(graph, movieRows, movieGradient, movieRates.get(step))));
    }
    graph.sign(
        name,
        new GraphSignature(
            Map.of("user", user, "movie", movie, "rating", rating, "rate", rate),
            Map.of("half_squared_error", graph.after(written, graph.sumOf(losses)))));
  }

  /** For each step the learning rate of every column, 0 for the column of ones: steps x [width]. */
  private List<Output<?>> columnRates(Output<?> rateColumn, int columnOfOnes, int steps) {
    float[] moves = new float[shape.width()];
    Arrays.fill(moves, 1);
    moves[columnOfOnes] = 0;
    return graph.unstack(graph.multiply(rateColumn, graph.row(moves)), steps);
  }

  /** The weights of every example: [batch, width]. */
  private Output<?> examples(PackedTable.Rows rows) {
    return graph.gatherRows(rows.weights(), rows.positionOfExample());
  }

  private Output<?> sigmoid(Output<?> userExamples, Output<?> movieExamples) {
    Output<?> dot = graph.rowSums(graph.multiply(userExamples, movieExamples));
    return graph.sigmoid(graph.add(dot, graph.constant(shape.offset())));
  }

  /** Prediction minus rating, [batch, 1]. */
  private Output<?> error(Output<?> sigmoid, Output<?> ratingAboveMinimum) {
    return graph.subtract(
        graph.multiply(sigmoid, graph.constant(shape.range())), ratingAboveMinimum);
  }

  /** The derivative of the loss by the logit, [batch, 1]. */
  private Output<?> slope(Output<?> sigmoid, Output<?> error) {
    Output<?> byPrediction =
        graph.multiply(error, graph.constant(2 * shape.range() / shape.batchSize()));
    return graph.sigmoidGradient(sigmoid, byPrediction);
  }

  /** The derivative of the loss by the distinct rows of one side, [distinct, width]. */
  private Output<?> gradient(
      PackedTable.Rows rows, Output<?> own, Output<?> other, Output<?> slope) {
    float[] decay = new float[shape.width()];
    Arrays.fill(decay, 0, shape.dimensions(), 2 * shape.regularisation() / shape.batchSize());
    Output<?> perExample =
        graph.add(graph.multiply(other, slope), graph.multiply(own, graph.row(decay)));
    return graph.segmentSums(perExample, rows.positionOfExample(), graph.size(rows.ids()));
  }

  private void signEvaluation() {
    Output<?> user = graph.placeholder("evaluate_user", DT_INT32, -1);
    Output<?> movie = graph.placeholder("evaluate_movie", DT_INT32, -1);
    Output<?> rating = graph.placeholder("evaluate_rating", DT_FLOAT, -1);
    Output<?> target =
        graph.reshape(graph.subtract(rating, graph.constant(shape.minimum())), -1, 1);
    Output<?> error = error(sigmoid(users.weights(user), movies.weights(movie)), target);
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

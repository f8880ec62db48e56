package io.matinee.trainer.algorithm.tensorflow;

import static org.tensorflow.proto.DataType.DT_FLOAT;
import static org.tensorflow.proto.DataType.DT_INT32;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operation;
import org.tensorflow.Output;

/**
 * The training graph of a network. Signatures: {@code init} sets the weights; {@code train} runs
 * some steps one after another and gives the sum of their mean losses; {@code train_one} runs a
 * single one of any size; {@code evaluate} gives half the squared error in squared units of the
 * rating; {@code weights} gives every weight by its name.
 */
final class NetworkGraph {

  private final GraphBuilder graph;
  private final Network network;
  private final RatingHead head;
  private final RatingLoss loss;

  private NetworkGraph(GraphBuilder graph, Network network, RatingHead head, RatingLoss loss) {
    this.graph = graph;
    this.network = network;
    this.head = head;
    this.loss = loss;
  }

  static void build(
      GraphBuilder graph, Network network, RatingHead head, RatingLoss loss, int steps) {
    NetworkGraph training = new NetworkGraph(graph, network, head, loss);
    training.signInitialisation();
    training.signTraining("train", steps);
    training.signTraining("train_one", 1);
    training.signEvaluation();
    training.signWeights();
  }

  private void signInitialisation() {
    Output<?> seed = graph.placeholder("init_seed", DT_INT32, 2);
    List<Operation> assigned = new ArrayList<>();
    for (Parameter parameter : network.parameters()) {
      int place = assigned.size();
      assigned.addAll(parameter.initialise(graph.add(seed, graph.vector(0, place))));
    }
    graph.sign(
        "init",
        new GraphSignature(Map.of("seed", seed), Map.of("done", graph.after(assigned, seed))));
  }

  private void signTraining(String name, int steps) {
    Output<?> user = graph.placeholder(name + "_user", DT_INT32, steps, -1);
    Output<?> movie = graph.placeholder(name + "_movie", DT_INT32, steps, -1);
    Output<?> rating = graph.placeholder(name + "_rating", DT_FLOAT, steps, -1);
    Output<?> rate = graph.placeholder(name + "_rate", DT_FLOAT, steps);
    Output<?> seed = graph.placeholder(name + "_seed", DT_INT32, steps, 2);
    List<Output<?>> users = graph.unstack(user, steps);
    List<Output<?>> movies = graph.unstack(movie, steps);
    List<Output<?>> ratings = graph.unstack(rating, steps);
    List<Output<?>> rates = graph.unstack(rate, steps);
    List<Output<?>> seeds = graph.unstack(seed, steps);

    List<Operation> written = List.of();
    List<Output<?>> losses = new ArrayList<>();
    for (int step = 0; step < steps; step++) {
      TrainingPass pass = new TrainingPass(graph, written, seeds.get(step));
      Output<?> scores = network.scores(pass, users.get(step), movies.get(step));
      Output<?> mean = loss.of(graph, head, scores, ratings.get(step));
      losses.add(mean);
      written = pass.descend(mean, rates.get(step));
    }
    graph.sign(
        name,
        new GraphSignature(
            Map.of("user", user, "movie", movie, "rating", rating, "rate", rate, "seed", seed),
            Map.of("loss", graph.after(written, graph.sumOf(losses)))));
  }

  private void signEvaluation() {
    Output<?> user = graph.placeholder("evaluate_user", DT_INT32, -1);
    Output<?> movie = graph.placeholder("evaluate_movie", DT_INT32, -1);
    Output<?> rating = graph.placeholder("evaluate_rating", DT_FLOAT, -1);
    Output<?> scores = network.scores(new ScoringPass(graph), user, movie);
    Output<?> error = graph.subtract(head.ratings(graph, scores), rating);
    graph.sign(
        "evaluate",
        new GraphSignature(
            Map.of("user", user, "movie", movie, "rating", rating),
            Map.of("half_squared_error", graph.halfSquaredSum(error))));
  }

  private void signWeights() {
    Output<?> unused = graph.placeholder("weights_unused", DT_INT32);
    Map<String, Output<?>> values = new LinkedHashMap<>();
    for (Parameter parameter : network.parameters()) {
      values.put(parameter.name(), parameter.value(List.of(unused.op())));
    }
    graph.sign("weights", new GraphSignature(Map.of("unused", unused), values));
  }
}

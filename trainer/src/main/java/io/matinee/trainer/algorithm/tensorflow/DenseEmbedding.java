package io.matinee.trainer.algorithm.tensorflow;

import java.util.List;
import org.tensorflow.Operation;
import org.tensorflow.Output;

/** A table that every step moves as a whole. */
final class DenseEmbedding implements Embedding {

  private final GraphBuilder graph;
  private final WeightShape shape;
  private final Weight table;

  DenseEmbedding(GraphBuilder graph, WeightShape shape) {
    this.graph = graph;
    this.shape = shape;
    this.table = new Weight(graph, shape);
  }

  @Override
  public String name() {
    return table.name();
  }

  @Override
  public List<Operation> initialise(Output<?> seed) {
    return table.initialise(seed);
  }

  @Override
  public Output<?> value(List<Operation> after) {
    return table.value(after);
  }

  @Override
  public Output<?> rows(Output<?> ids) {
    return graph.gatherRows(table.value(List.of()), ids);
  }

  @Override
  public Lookup lookup(Output<?> ids, List<Operation> after) {
    Output<?> whole = table.value(after);
    Output<?> rows = graph.gatherRows(whole, ids);
    Leaf leaf =
        new Leaf(
            rows,
            (gradient, rate) ->
                table.move(graph.addRows(shape.decay(graph, whole), ids, gradient), rate));
    return new Lookup(rows, leaf);
  }
}

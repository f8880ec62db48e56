package io.matinee.trainer.algorithm.tensorflow;

import java.util.List;
import org.tensorflow.Operation;
import org.tensorflow.Output;

/** A table of which a step moves the rows that its examples have, by {@link LazyAdam}. */
final class LazyEmbedding implements Embedding {

  private final GraphBuilder graph;
  private final WeightShape shape;
  private final AdamTable table;

  LazyEmbedding(GraphBuilder graph, WeightShape shape) {
    this.graph = graph;
    this.shape = shape;
    this.table = new AdamTable(graph, shape.name(), shape.rows(), shape.columns());
  }

  @Override
  public String name() {
    return shape.name();
  }

  @Override
  public List<Operation> initialise(Output<?> seed) {
    return table.initialise(shape.draw(graph, seed), graph.row(new float[shape.columns()]));
  }

  @Override
  public Output<?> value(List<Operation> after) {
    return table.weights(after);
  }

  @Override
  public Output<?> rows(Output<?> ids) {
    return table.weights(ids);
  }

  @Override
  public Lookup lookup(Output<?> ids, List<Operation> after) {
    AdamTable.Rows rows = table.gather(ids, after);
    Leaf distinct =
        new Leaf(
            rows.weights(),
            (gradient, rate) ->
                table.scatter(
                    LazyAdam.step(
                        graph,
                        rows,
                        shape.regularised(graph, gradient, rows.weights()),
                        graph.multiply(rate, graph.constant((float) LazyAdam.SCALE)))));
    return new Lookup(graph.gatherRows(rows.weights(), rows.positionOfExample()), distinct);
  }
}

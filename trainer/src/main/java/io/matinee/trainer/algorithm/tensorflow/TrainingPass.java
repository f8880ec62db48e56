package io.matinee.trainer.algorithm.tensorflow;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operation;
import org.tensorflow.Output;

/** A pass that learns: one step. Each weight and table is read once in it. */
final class TrainingPass implements Pass {

  private final GraphBuilder graph;
  private final List<Operation> after;
  private final Output<?> seed;
  private final List<Leaf> leaves = new ArrayList<>();
  private int dropouts;

  /**
   * Begins a step.
   *
   * @param after what must have run before it: the writing of the step before
   * @param seed of what this step drops, int32 [2]
   */
  TrainingPass(GraphBuilder graph, List<Operation> after, Output<?> seed) {
    this.graph = graph;
    this.after = after;
    this.seed = seed;
  }

  @Override
  public GraphBuilder graph() {
    return graph;
  }

  @Override
  public Output<?> rows(Embedding table, Output<?> ids) {
    Embedding.Lookup lookup = table.lookup(ids, after);
    leaves.add(lookup.leaf());
    return lookup.rows();
  }

  @Override
  public Output<?> weight(Weight weight) {
    Leaf leaf = weight.leaf(after);
    leaves.add(leaf);
    return leaf.value();
  }

  @Override
  public Output<?> dropout(Output<?> value, double share) {
    if (share == 0) {
      return value;
    }
    Output<?> own = graph.add(seed, graph.vector(dropouts++, 0));
    Output<?> drawn = graph.apply("StatelessRandomUniform", graph.apply("Shape", value), own);
    float kept = (float) (1 - share);
    Output<?> mask = graph.apply("Floor", graph.add(drawn, graph.constant(kept)));
    return graph.multiply(value, graph.multiply(mask, graph.constant(1 / kept)));
  }

  /**
   * Ends the step: moves all that was read.
   *
   * @param loss a number
   * @param rate as {@link Adam#rate} gives it, a scalar
   * @return the writing
   */
  List<Operation> descend(Output<?> loss, Output<?> rate) {
    List<Output<?>> values = leaves.stream().<Output<?>>map(Leaf::value).toList();
    List<Output<?>> gradients = graph.gradients(loss, values);
    List<Operation> written = new ArrayList<>();
    for (int leaf = 0; leaf < leaves.size(); leaf++) {
      written.addAll(leaves.get(leaf).descent().step(gradients.get(leaf), rate));
    }
    return written;
  }
}

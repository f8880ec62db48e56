package io.matinee.trainer.algorithm.tensorflow;

import java.util.List;
import org.tensorflow.Output;

/**
 * A pass that scores.
 *
 * @param graph the graph that is being written
 */
record ScoringPass(GraphBuilder graph) implements Pass {

  @Override
  public Output<?> rows(Embedding table, Output<?> ids) {
    return table.rows(ids);
  }

  @Override
  public Output<?> weight(Weight weight) {
    return weight.value(List.of());
  }

  @Override
  public Output<?> dropout(Output<?> value, double share) {
    return value;
  }
}

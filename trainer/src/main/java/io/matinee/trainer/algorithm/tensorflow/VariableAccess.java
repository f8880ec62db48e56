package io.matinee.trainer.algorithm.tensorflow;

import static org.tensorflow.proto.DataType.DT_FLOAT;
import static org.tensorflow.proto.DataType.DT_INT32;

import java.util.List;
import java.util.Map;
import org.tensorflow.Output;

/** Signatures by which each variable of a graph is read and written, one at a time. */
final class VariableAccess {

  /** The name of what a signature takes or gives. */
  static final String VALUES = "values";

  /** The name of an input that says nothing, since a signature has to have one. */
  static final String UNUSED = "unused";

  private VariableAccess() {}

  static String reading(String variable) {
    return "read_" + variable;
  }

  static String writing(String variable) {
    return "write_" + variable;
  }

  /** Signs the variables that a graph has by now. */
  static void sign(GraphBuilder graph) {
    Output<?> unused = graph.placeholder("read_unused", DT_INT32);
    graph
        .variables()
        .forEach(
            (name, variable) -> {
              Output<?> read =
                  graph.after(List.of(unused.op()), graph.read(variable.handle(), List.of()));
              graph.sign(
                  reading(name), new GraphSignature(Map.of(UNUSED, unused), Map.of(VALUES, read)));
              Output<?> values =
                  graph.placeholder("write_" + name, DT_FLOAT, variable.shape().asArray());
              Output<?> written =
                  graph.after(List.of(graph.assign(variable.handle(), values)), unused);
              graph.sign(
                  writing(name),
                  new GraphSignature(
                      Map.of(VALUES, values, UNUSED, unused), Map.of("done", written)));
            });
  }
}

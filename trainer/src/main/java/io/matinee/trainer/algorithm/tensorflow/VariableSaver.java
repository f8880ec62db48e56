package io.matinee.trainer.algorithm.tensorflow;

import static org.tensorflow.proto.DataType.DT_FLOAT;
import static org.tensorflow.proto.DataType.DT_STRING;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operation;
import org.tensorflow.OperationBuilder;
import org.tensorflow.Output;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.SaverDef;

/**
 * Saves all variables of a graph, and restores them, in TensorFlow's own format: files that begin
 * with one name.
 *
 * @param prefix where the files are: a path with the beginning of their names, a text
 * @param saved the prefix, once the variables have been written
 * @param restored the prefix, once the variables have been read
 */
record VariableSaver(Output<?> prefix, Output<?> saved, Output<?> restored) {

  /** Adds what saves and restores the variables that a graph has by now. */
  static VariableSaver of(GraphBuilder graph) {
    Output<?> prefix = graph.placeholder("saver_prefix", DT_STRING);
    Map<String, GraphBuilder.Variable> variables = graph.variables();
    Output<?> names = graph.texts(variables.keySet());
    Output<?> whole = graph.texts(Collections.nCopies(variables.size(), ""));
    return new VariableSaver(
        prefix,
        graph.after(List.of(write(graph, prefix, names, whole)), prefix),
        graph.after(read(graph, prefix, names, whole), prefix));
  }

  private static Operation write(
      GraphBuilder graph, Output<?> prefix, Output<?> names, Output<?> whole) {
    Output<?>[] values =
        graph.variables().values().stream()
            .map(variable -> graph.read(variable.handle(), List.of()))
            .toArray(Output<?>[]::new);
    return graph
        .operation("SaveV2")
        .addInput(prefix)
        .addInput(names)
        .addInput(whole)
        .addInputList(values)
        .build();
  }

  private static List<Operation> read(
      GraphBuilder graph, Output<?> prefix, Output<?> names, Output<?> whole) {
    Collection<GraphBuilder.Variable> variables = graph.variables().values();
    OperationBuilder builder =
        graph.operation("RestoreV2").addInput(prefix).addInput(names).addInput(whole);
    Operation restore =
        builder
            .setAttr(
                "dtypes", Collections.nCopies(variables.size(), DT_FLOAT).toArray(DataType[]::new))
            .build();
    int[] next = {0};
    return variables.stream()
        .map(variable -> graph.assign(variable.handle(), restore.output(next[0]++)))
        .toList();
  }

  /** What TensorFlow's loaders have to know of it. */
  SaverDef definition() {
    return SaverDef.newBuilder()
        .setFilenameTensorName(prefix.op().name() + ":0")
        .setSaveTensorName(saved.op().name() + ":0")
        .setRestoreOpName(restored.op().name())
        .setVersion(SaverDef.CheckpointFormatVersion.V2)
        .build();
  }
}

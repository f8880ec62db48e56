package io.matinee.trainer.algorithm.tensorflow;

import io.matinee.trainer.algorithm.Device;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.tensorflow.Graph;
import org.tensorflow.Operation;
import org.tensorflow.OperationBuilder;
import org.tensorflow.Output;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TString;

/**
 * Writes the operations of one TensorFlow graph by name. Equal constants become one operation,
 * since a step costs by the operation and hardly by its arithmetic. Owns the native graph; not
 * thread-safe.
 */
final class GraphBuilder implements AutoCloseable {

  private final Graph graph = new Graph();
  private final String device;
  private final Map<Object, Output<?>> constants = new LinkedHashMap<>();
  private final Map<String, GraphSignature> signatures = new TreeMap<>();
  private final Map<String, Variable> variables = new LinkedHashMap<>();
  private int operations;

  /**
   * Begins a graph.
   *
   * @param device where its operations run, as TensorFlow names it, e.g. {@code /device:CPU:0}; an
   *     operation that does not run there runs on the processor
   */
  GraphBuilder(String device) {
    this.device = device;
  }

  /** Begins a graph of which all runs on one kind of device. */
  GraphBuilder(Device device) {
    this("/device:" + device + ":0");
  }

  /** Where its operations run once it is loaded, as TensorFlow names it, or "" for anywhere. */
  String device() {
    return device;
  }

  /** Names a part of the graph that can be run by itself. */
  void sign(String name, GraphSignature signature) {
    signatures.put(name, signature);
  }

  Map<String, GraphSignature> signatures() {
    return signatures;
  }

  /** All variables by name, in the order in which they were made. */
  Map<String, Variable> variables() {
    return Collections.unmodifiableMap(variables);
  }

  GraphDef definition() {
    return graph.toGraphDef();
  }

  Output<?> placeholder(String name, DataType type, long... shape) {
    OperationBuilder builder = graph.opBuilder("Placeholder", name, graph.baseScope());
    return builder.setAttr("dtype", type).setAttr("shape", Shape.of(shape)).build().output(0);
  }

  Output<?> constant(float value) {
    return constants.computeIfAbsent(
        value, _ -> constantOf(TFloat32.scalarOf(value), DataType.DT_FLOAT));
  }

  /** Returns a whole number of its own, without dimensions. */
  Output<?> constant(int value) {
    return constants.computeIfAbsent(
        value, _ -> constantOf(TInt32.scalarOf(value), DataType.DT_INT32));
  }

  /** Whole numbers in a row, also when it is one: of shape [values.length]. */
  Output<?> vector(int... values) {
    return constants.computeIfAbsent(
        List.of("vector", Arrays.toString(values)),
        _ -> constantOf(TInt32.vectorOf(values), DataType.DT_INT32));
  }

  /** Returns a float constant of shape [1, values.length]. */
  Output<?> row(float... values) {
    return constants.computeIfAbsent(
        List.of("row", Arrays.toString(values)),
        _ ->
            constantOf(
                TFloat32.tensorOf(NdArrays.vectorOf(values).withShape(Shape.of(1, values.length))),
                DataType.DT_FLOAT));
  }

  /** Texts in a row. */
  Output<?> texts(Collection<String> values) {
    return constantOf(TString.vectorOf(values.toArray(String[]::new)), DataType.DT_STRING);
  }

  private Output<?> constantOf(Tensor value, DataType type) {
    try (value) {
      return operation("Const").setAttr("dtype", type).setAttr("value", value).build().output(0);
    }
  }

  Output<?> add(Output<?> left, Output<?> right) {
    return apply("AddV2", left, right);
  }

  Output<?> subtract(Output<?> left, Output<?> right) {
    return apply("Sub", left, right);
  }

  Output<?> multiply(Output<?> left, Output<?> right) {
    return apply("Mul", left, right);
  }

  Output<?> divide(Output<?> left, Output<?> right) {
    return apply("RealDiv", left, right);
  }

  Output<?> square(Output<?> value) {
    return apply("Square", value);
  }

  Output<?> squareRoot(Output<?> value) {
    return apply("Sqrt", value);
  }

  Output<?> sigmoid(Output<?> value) {
    return apply("Sigmoid", value);
  }

  /** upstream * sigmoid * (1 - sigmoid). */
  Output<?> sigmoidGradient(Output<?> sigmoid, Output<?> upstream) {
    return apply("SigmoidGrad", sigmoid, upstream);
  }

  /** Half the sum of all squares: a scalar. */
  Output<?> halfSquaredSum(Output<?> value) {
    return apply("L2Loss", value);
  }

  Output<?> sumOf(List<Output<?>> values) {
    return operation("AddN").addInputList(values.toArray(Output<?>[]::new)).build().output(0);
  }

  /** Sums every row of a [rows, columns] matrix, giving [rows]. */
  Output<?> rowSums(Output<?> matrix) {
    return apply("Sum", matrix, vector(1));
  }

  /** Returns the product of [n, k] and [k, m]. */
  Output<?> product(Output<?> left, Output<?> right) {
    return apply("MatMul", left, right);
  }

  /**
   * Returns the product of a sparse matrix S, or of S', and a dense one. Values of one cell add up.
   *
   * @param cells row and column of each value, int64 [values, 2]
   * @param values [values]
   * @param shape of S, int64 [2]
   */
  Output<?> sparseProduct(
      Output<?> cells, Output<?> values, Output<?> shape, boolean transposed, Output<?> dense) {
    return operation("SparseTensorDenseMatMul")
        .addInput(cells)
        .addInput(values)
        .addInput(shape)
        .addInput(dense)
        .setAttr("adjoint_a", transposed)
        .build()
        .output(0);
  }

  /** Puts values [n] side by side: [n, values]; single values: [values]. */
  Output<?> stackLast(Output<?>... values) {
    return operation("Pack").addInputList(values).setAttr("axis", -1).build().output(0);
  }

  Output<?> toFloat(Output<?> value) {
    return operation("Cast").addInput(value).setAttr("DstT", DataType.DT_FLOAT).build().output(0);
  }

  Output<?> reshape(Output<?> value, int... shape) {
    return apply("Reshape", value, vector(shape));
  }

  /** Takes [n, ...] apart into n values of shape [...]. */
  List<Output<?>> unstack(Output<?> value, int count) {
    Operation unpack = operation("Unpack").addInput(value).setAttr("num", count).build();
    return outputs(unpack, count);
  }

  private static List<Output<?>> outputs(Operation operation, int count) {
    return IntStream.range(0, count).<Output<?>>mapToObj(operation::output).toList();
  }

  Output<?> concatenateColumns(Output<?>... parts) {
    return operation("ConcatV2").addInputList(parts).addInput(constant(1)).build().output(0);
  }

  Output<?> fill(int rows, int columns, float value) {
    return apply("Fill", vector(rows, columns), constant(value));
  }

  /** Uniform numbers of [0, 1), a function of the seed [2] alone. */
  Output<?> uniform(int rows, int columns, Output<?> seed) {
    return apply("StatelessRandomUniform", vector(rows, columns), seed);
  }

  Output<?> gatherRows(Output<?> matrix, Output<?> indices) {
    return apply("GatherV2", matrix, indices, constant(0));
  }

  /** Adds rows to those of a matrix at some indices, which may repeat. */
  Output<?> addRows(Output<?> matrix, Output<?> indices, Output<?> rows) {
    return apply("TensorScatterAdd", matrix, reshape(indices, -1, 1), rows);
  }

  /**
   * Returns the distinct values (output 0), for each value the position of its like among them
   * (output 1) and for each distinct value how many are like it (output 2), both int64.
   */
  Operation distinct(Output<?> values) {
    return operation("UniqueWithCounts")
        .addInput(values)
        .setAttr("out_idx", DataType.DT_INT64)
        .build();
  }

  /** How many elements a value has, int64. */
  Output<?> size(Output<?> value) {
    return operation("Size")
        .addInput(value)
        .setAttr("out_type", DataType.DT_INT64)
        .build()
        .output(0);
  }

  Output<?> variable(String name, long rows, long columns) {
    Shape shape = Shape.of(rows, columns);
    Output<?> variable =
        graph
            .opBuilder("VarHandleOp", name, graph.baseScope())
            .setAttr("dtype", DataType.DT_FLOAT)
            .setAttr("shape", shape)
            .setAttr("shared_name", name)
            .build()
            .output(0);
    variables.put(name, new Variable(variable, shape));
    return variable;
  }

  /** Reads a whole variable once the given operations have run. */
  Output<?> read(Output<?> variable, List<Operation> after) {
    OperationBuilder builder = typed("ReadVariableOp").addInput(variable);
    after.forEach(builder::addControlInput);
    return builder.build().output(0);
  }

  Operation assign(Output<?> variable, Output<?> value) {
    return typed("AssignVariableOp").addInput(variable).addInput(value).build();
  }

  /** Reads rows of a variable once the given operations have run. */
  Output<?> gather(Output<?> variable, Output<?> indices, List<Operation> after) {
    OperationBuilder builder = typed("ResourceGather").addInput(variable).addInput(indices);
    after.forEach(builder::addControlInput);
    return builder.build().output(0);
  }

  /** Overwrites rows of a variable; the indices are distinct. */
  Operation scatter(Output<?> variable, Output<?> indices, Output<?> rows) {
    return typed("ResourceScatterUpdate")
        .addInput(variable)
        .addInput(indices)
        .addInput(rows)
        .build();
  }

  /**
   * Takes a step of Adam on whole variables, by TensorFlow's own operation. The moments' bias is in
   * the rate already, so that the operation is told of powers of 0.
   */
  Operation applyAdam(
      Output<?> weights,
      Output<?> firstMoments,
      Output<?> secondMoments,
      Output<?> rate,
      Adam adam,
      Output<?> gradient) {
    return operation("ResourceApplyAdam")
        .addInput(weights)
        .addInput(firstMoments)
        .addInput(secondMoments)
        .addInput(constant(0f))
        .addInput(constant(0f))
        .addInput(rate)
        .addInput(constant(adam.firstDecay()))
        .addInput(constant(adam.secondDecay()))
        .addInput(constant(adam.epsilon()))
        .addInput(gradient)
        .build();
  }

  /**
   * Returns the derivatives of a number by other values of this graph, each of its value's shape.
   */
  List<Output<?>> gradients(Output<?> number, List<Output<?>> by) {
    return List.of(graph.addGradients(number, by.toArray(Output<?>[]::new)));
  }

  /** Returns the value, once the given operations have run. */
  Output<?> after(List<Operation> before, Output<?> value) {
    OperationBuilder builder = operation("Identity").addInput(value);
    before.forEach(builder::addControlInput);
    return builder.build().output(0);
  }

  /** Returns a session that runs the graph as it is by now. */
  Session session(ConfigProto configuration) {
    return new Session(graph, configuration);
  }

  /** Returns the one result of an operation without attributes. */
  Output<?> apply(String type, Output<?>... inputs) {
    OperationBuilder builder = operation(type);
    for (Output<?> input : inputs) {
      builder.addInput(input);
    }
    return builder.build().output(0);
  }

  private OperationBuilder typed(String type) {
    return operation(type).setAttr("dtype", DataType.DT_FLOAT);
  }

  /** Begins an operation under a name of its own. */
  OperationBuilder operation(String type) {
    return graph.opBuilder(type, type + "_" + operations++, graph.baseScope());
  }

  @Override
  public void close() {
    graph.close();
  }

  /**
   * A variable.
   *
   * @param handle what it is read and written by
   * @param shape [rows, columns]
   */
  record Variable(Output<?> handle, Shape shape) {}
}

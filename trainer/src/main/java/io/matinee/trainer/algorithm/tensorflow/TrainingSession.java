package io.matinee.trainer.algorithm.tensorflow;

import ai.djl.MalformedModelException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ModelNotFoundException;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.tensorflow.engine.SavedModelBundle;
import ai.djl.tensorflow.engine.TfSymbolBlock;
import ai.djl.training.ParameterStore;
import ai.djl.translate.NoopTranslator;
import io.matinee.trainer.algorithm.Checkpoints;
import io.matinee.trainer.algorithm.Device;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A graph loaded by DJL, with its variables. All signatures share the variables. Operations run one
 * after another on the calling thread, so equal calls give equal bits. Owns native memory until it
 * is closed; not thread-safe.
 */
final class TrainingSession implements AutoCloseable {

  private static final String FIRST_SIGNATURE = "init";

  private final ZooModel<NDList, NDList> model;
  private final NDManager memory;
  private final ParameterStore parameters;
  private final SavedModelBundle bundle;
  private final Map<String, TfSymbolBlock> blocks = new HashMap<>();
  private final Map<String, Shape> variables;

  private TrainingSession(ZooModel<NDList, NDList> model, Map<String, Shape> variables) {
    this.model = model;
    this.variables = variables;
    this.memory = TensorFlowRuntime.engine().newBaseManager();
    this.parameters = new ParameterStore(memory, false);
    TfSymbolBlock first = (TfSymbolBlock) model.getBlock();
    this.bundle = first.getSavedModelBundle();
    blocks.put(FIRST_SIGNATURE, first);
  }

  /** Builds a graph for a device and loads it; one of its signatures is {@code init}. */
  static TrainingSession of(Device device, Consumer<GraphBuilder> graph) {
    TensorFlowRuntime.engine();
    try {
      Path directory = Files.createTempDirectory("matinee-graph");
      try {
        Map<String, Shape> variables = new TreeMap<>();
        try (GraphBuilder builder = new GraphBuilder(device)) {
          graph.accept(builder);
          VariableAccess.sign(builder);
          SavedModelExport.write(builder, directory);
          builder
              .variables()
              .forEach((name, it) -> variables.put(name, new Shape(it.shape().asArray())));
        }
        return new TrainingSession(load(directory), variables);
      } finally {
        Files.deleteIfExists(directory.resolve(SavedModelExport.FILE_NAME));
        Files.delete(directory);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static ZooModel<NDList, NDList> load(Path directory) throws IOException {
    try {
      return Criteria.builder()
          .setTypes(NDList.class, NDList.class)
          .optModelPath(directory)
          .optEngine(TensorFlowRuntime.engineName())
          .optOption("SignatureDefKey", FIRST_SIGNATURE)
          .optOption("ConfigProto", configuration())
          .optTranslator(new NoopTranslator())
          .build()
          .loadModel();
    } catch (ModelNotFoundException | MalformedModelException impossible) {
      throw new IllegalStateException("TensorFlow refuses the training graph", impossible);
    }
  }

  private static String configuration() {
    return Base64.getEncoder().encodeToString(TensorFlowRuntime.configuration().toByteArray());
  }

  /**
   * Runs a signature.
   *
   * @param signature its name
   * @param inputs makes the named inputs in memory that is freed when this method returns
   * @param result copies what is needed out of the outputs
   */
  <T> T run(String signature, Function<NDManager, NDList> inputs, Function<NDList, T> result) {
    try (NDManager call = memory.newSubManager()) {
      TfSymbolBlock block =
          blocks.computeIfAbsent(signature, name -> new TfSymbolBlock(bundle, name));
      return result.apply(block.forward(parameters, inputs.apply(call), false));
    }
  }

  /** Gives all variables to a checkpoint, one at a time. */
  void save(Checkpoints.Sink sink) {
    for (String name : variables.keySet()) {
      sink.array(
          name,
          run(
              VariableAccess.reading(name),
              memory -> new NDList(named(VariableAccess.UNUSED, memory.create(0))),
              outputs -> outputs.head().toFloatArray()));
    }
  }

  /** Sets all variables to those of a checkpoint. */
  void restore(Checkpoints.Saved saved) {
    variables.forEach(
        (name, shape) ->
            run(
                VariableAccess.writing(name),
                memory ->
                    new NDList(
                        named(VariableAccess.UNUSED, memory.create(0)),
                        named(VariableAccess.VALUES, memory.create(saved.array(name), shape))),
                NDList::size));
  }

  /** Gives an array the name of an input. */
  static NDArray named(String name, NDArray array) {
    array.setName(name);
    return array;
  }

  @Override
  public void close() {
    memory.close();
    model.close();
  }
}

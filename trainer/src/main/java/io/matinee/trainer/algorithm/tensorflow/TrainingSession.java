package io.matinee.trainer.algorithm.tensorflow;

import ai.djl.MalformedModelException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ModelNotFoundException;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.tensorflow.engine.SavedModelBundle;
import ai.djl.tensorflow.engine.TfSymbolBlock;
import ai.djl.training.ParameterStore;
import ai.djl.translate.NoopTranslator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.tensorflow.proto.ConfigProto;

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

  private TrainingSession(ZooModel<NDList, NDList> model) {
    this.model = model;
    this.memory = TensorFlowRuntime.engine().newBaseManager();
    this.parameters = new ParameterStore(memory, false);
    TfSymbolBlock first = (TfSymbolBlock) model.getBlock();
    this.bundle = first.getSavedModelBundle();
    blocks.put(FIRST_SIGNATURE, first);
  }

  /** Builds a graph and loads it; one of its signatures is {@code init}. */
  static TrainingSession of(Consumer<GraphBuilder> graph) {
    TensorFlowRuntime.engine();
    try {
      Path directory = Files.createTempDirectory("matinee-graph");
      try {
        try (GraphBuilder builder = new GraphBuilder()) {
          graph.accept(builder);
          SavedModelExport.write(builder, directory);
        }
        return new TrainingSession(load(directory));
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
          .optOption("ConfigProto", oneThread())
          .optTranslator(new NoopTranslator())
          .build()
          .loadModel();
    } catch (ModelNotFoundException | MalformedModelException impossible) {
      throw new IllegalStateException("TensorFlow refuses the training graph", impossible);
    }
  }

  private static String oneThread() {
    ConfigProto configuration =
        ConfigProto.newBuilder()
            .setIntraOpParallelismThreads(1)
            .setInterOpParallelismThreads(1)
            .setAllowSoftPlacement(true)
            .build();
    return Base64.getEncoder().encodeToString(configuration.toByteArray());
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

package io.matinee.trainer.algorithm.tensorflow;

import static org.tensorflow.proto.DataType.DT_FLOAT;

import io.matinee.model.snapshot.FolderContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.tensorflow.Operation;
import org.tensorflow.Output;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TString;

/**
 * A trained scorer as a SavedModel, which TensorFlow's own programs load. Its one signature,
 * {@value #SIGNATURE}, takes indices of users and movies, int32 [examples], as {@code user} and
 * {@code movie}, and gives {@code rating} or {@code score}, float [examples].
 *
 * @param graph makes the variables and signs what they predict
 * @param variables the values of every variable, row by row
 */
record ServingModel(Consumer<GraphBuilder> graph, Map<String, float[]> variables)
    implements FolderContent {

  /** Where TensorFlow's programs look for the predictions of a SavedModel. */
  static final String SIGNATURE = "serving_default";

  private static final String VARIABLES = "variables";

  @Override
  public void writeTo(Path folder) throws IOException {
    TensorFlowRuntime.engine();
    try (GraphBuilder builder = new GraphBuilder("")) {
      graph.accept(builder);
      VariableSaver saver = VariableSaver.of(builder);
      SavedModelExport.write(builder, saver.definition(), folder);
      Path files = Files.createDirectory(folder.resolve(VARIABLES));
      save(builder, saver, files.resolve(VARIABLES));
    }
  }

  private void save(GraphBuilder builder, VariableSaver saver, Path prefix) {
    List<Assignment> assignments = new ArrayList<>();
    builder
        .variables()
        .forEach(
            (name, variable) ->
                assignments.add(
                    Assignment.of(
                        builder, name, variable, Objects.requireNonNull(variables.get(name)))));
    try (Session session = builder.session(TensorFlowRuntime.configuration());
        TString files = TString.scalarOf(prefix.toString())) {
      for (Assignment assignment : assignments) {
        assignment.run(session);
      }
      session.runner().feed(saver.prefix(), files).fetch(saver.saved()).run().close();
    }
  }

  /**
   * What gives a variable its values.
   *
   * @param placeholder takes them
   * @param assigned writes them
   * @param shape of the variable
   * @param values row by row
   */
  private record Assignment(
      Output<?> placeholder, Operation assigned, Shape shape, float[] values) {

    static Assignment of(
        GraphBuilder builder, String name, GraphBuilder.Variable variable, float[] values) {
      Output<?> placeholder =
          builder.placeholder(name + "_values", DT_FLOAT, variable.shape().asArray());
      return new Assignment(
          placeholder, builder.assign(variable.handle(), placeholder), variable.shape(), values);
    }

    void run(Session session) {
      try (Tensor tensor = TFloat32.tensorOf(shape, DataBuffers.of(values, true, false))) {
        session.runner().feed(placeholder, tensor).addTarget(assigned).run().close();
      }
    }
  }
}

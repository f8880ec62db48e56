package io.matinee.trainer.algorithm.tensorflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tensorflow.Output;
import org.tensorflow.TensorFlow;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.proto.TensorShapeProto;

/** Writes a graph as the {@code saved_model.pb} that DJL loads. Variables start unset. */
final class SavedModelExport {

  static final String FILE_NAME = "saved_model.pb";
  private static final String METHOD = "tensorflow/serving/predict";

  private SavedModelExport() {}

  static void write(GraphBuilder graph, Path directory) throws IOException {
    MetaGraphDef.Builder model =
        MetaGraphDef.newBuilder()
            .setMetaInfoDef(
                MetaGraphDef.MetaInfoDef.newBuilder()
                    .addTags("serve")
                    .setTensorflowVersion(TensorFlow.version()))
            .setGraphDef(graph.definition());
    graph.signatures().forEach((name, it) -> model.putSignatureDef(name, definition(it)));
    byte[] bytes =
        SavedModel.newBuilder()
            .setSavedModelSchemaVersion(1)
            .addMetaGraphs(model)
            .build()
            .toByteArray();
    Files.write(directory.resolve(FILE_NAME), bytes);
  }

  private static SignatureDef definition(GraphSignature signature) {
    SignatureDef.Builder definition = SignatureDef.newBuilder().setMethodName(METHOD);
    signature.inputs().forEach((name, output) -> definition.putInputs(name, tensor(output)));
    signature.outputs().forEach((name, output) -> definition.putOutputs(name, tensor(output)));
    return definition.build();
  }

  private static TensorInfo tensor(Output<?> output) {
    return TensorInfo.newBuilder()
        .setName(output.op().name() + ":" + output.index())
        .setDtype(DataType.forNumber(output.dataType().getNumber()))
        .setTensorShape(shape(output.shape()))
        .build();
  }

  private static TensorShapeProto shape(Shape shape) {
    TensorShapeProto.Builder proto = TensorShapeProto.newBuilder();
    if (shape.isUnknown()) {
      return proto.setUnknownRank(true).build();
    }
    for (long size : shape.asArray()) {
      proto.addDim(TensorShapeProto.Dim.newBuilder().setSize(size));
    }
    return proto.build();
  }
}

package io.matinee.trainer.algorithm.tensorflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.tensorflow.Output;
import org.tensorflow.TensorFlow;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SaverDef;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.proto.TensorShapeProto;

/**
 * Writes a graph as the {@code saved_model.pb} that TensorFlow and DJL load. Equal graphs give
 * equal bytes.
 */
final class SavedModelExport {

  static final String FILE_NAME = "saved_model.pb";
  private static final String METHOD = "tensorflow/serving/predict";

  private SavedModelExport() {}

  /** Writes a graph whose variables start unset. */
  static void write(GraphBuilder graph, Path directory) throws IOException {
    write(graph, SaverDef.getDefaultInstance(), directory);
  }

  /**
   * Writes a graph.
   *
   * @param saver what restores its variables as it is loaded
   */
  static void write(GraphBuilder graph, SaverDef saver, Path directory) throws IOException {
    MetaGraphDef.Builder model =
        MetaGraphDef.newBuilder()
            .setMetaInfoDef(
                MetaGraphDef.MetaInfoDef.newBuilder()
                    .addTags("serve")
                    .setTensorflowVersion(TensorFlow.version()))
            .setGraphDef(inOrder(graph.definition(), graph.device()));
    if (!saver.equals(SaverDef.getDefaultInstance())) {
      model.setSaverDef(saver);
    }
    graph.signatures().forEach((name, it) -> model.putSignatureDef(name, definition(it)));
    byte[] bytes =
        SavedModel.newBuilder()
            .setSavedModelSchemaVersion(1)
            .addMetaGraphs(model)
            .build()
            .toByteArray();
    Files.write(directory.resolve(FILE_NAME), bytes);
  }

  /**
   * Places all operations on a device, and brings their attributes, which a graph tells in any
   * order, into one.
   */
  private static GraphDef inOrder(GraphDef graph, String device) {
    GraphDef.Builder ordered = graph.toBuilder();
    for (NodeDef.Builder node : ordered.getNodeBuilderList()) {
      Map<String, AttrValue> attributes = new TreeMap<>(node.getAttrMap());
      node.setDevice(device).clearAttr().putAllAttr(attributes);
    }
    return ordered.build();
  }

  private static SignatureDef definition(GraphSignature signature) {
    SignatureDef.Builder definition = SignatureDef.newBuilder().setMethodName(METHOD);
    new TreeMap<>(signature.inputs())
        .forEach((name, output) -> definition.putInputs(name, tensor(output)));
    new TreeMap<>(signature.outputs())
        .forEach((name, output) -> definition.putOutputs(name, tensor(output)));
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

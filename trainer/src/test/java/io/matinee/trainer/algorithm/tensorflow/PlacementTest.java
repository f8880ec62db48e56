package io.matinee.trainer.algorithm.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.algorithm.Device;
import io.matinee.trainer.algorithm.DeviceChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.proto.SavedModel;

/** Where the operations of a training are placed. */
@Tag("tensorflow")
class PlacementTest {

  @Test
  void everyOperationIsPlacedOnTheDeviceOfTheGraph(@TempDir Path folder) throws IOException {
    TensorFlowRuntime.engine();
    try (GraphBuilder graph = new GraphBuilder("/device:CPU:1")) {
      FactorisationGraph.build(graph, new FactorisationShape(3, 2, 4, 8, 1, .1f, .5f, 4.5f, 0));
      SavedModelExport.write(graph, folder);
    }

    SavedModel written =
        SavedModel.parseFrom(Files.readAllBytes(folder.resolve(SavedModelExport.FILE_NAME)));
    assertThat(written.getMetaGraphs(0).getGraphDef().getNodeList())
        .isNotEmpty()
        .allSatisfy(node -> assertThat(node.getDevice()).isEqualTo("/device:CPU:1"));
  }

  @Test
  void withoutAGpuAutoTakesTheProcessorAndGpuIsRefused() {
    assertThat(TensorFlowRuntime.device(DeviceChoice.CPU)).isEqualTo(Device.CPU);
    if (TensorFlowRuntime.device(DeviceChoice.AUTO) == Device.CPU) {
      MatineeException refusal =
          catchThrowableOfType(
              MatineeException.class, () -> TensorFlowRuntime.device(DeviceChoice.GPU));
      assertThat(refusal.reason()).isEqualTo(Reason.DEVICE_UNAVAILABLE);
      assertThat(refusal).hasMessageContaining("GPU");
    }
  }
}

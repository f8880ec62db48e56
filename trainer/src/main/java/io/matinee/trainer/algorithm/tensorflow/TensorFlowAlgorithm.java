package io.matinee.trainer.algorithm.tensorflow;

import io.matinee.trainer.algorithm.Algorithm;
import io.matinee.trainer.algorithm.Device;
import io.matinee.trainer.algorithm.DeviceChoice;
import java.util.Optional;

/** An algorithm that runs on TensorFlow, and so only where that has a native library. */
public interface TensorFlowAlgorithm extends Algorithm {

  @Override
  default Optional<String> obstacle() {
    return TensorFlowLibrary.obstacle();
  }

  @Override
  default Optional<String> gpuObstacle() {
    return TensorFlowLibrary.gpuObstacle();
  }

  @Override
  default Device device(DeviceChoice choice) {
    return TensorFlowRuntime.device(choice);
  }
}

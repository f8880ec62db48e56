package io.matinee.trainer.algorithm.tensorflow;

import ai.djl.engine.Engine;
import ai.djl.engine.StandardCapabilities;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.algorithm.Device;
import io.matinee.trainer.algorithm.DeviceChoice;
import java.nio.file.Path;
import java.util.Optional;
import org.tensorflow.proto.ConfigProto;

/**
 * TensorFlow in this process: prepared once, from the program's own libraries, without a network.
 *
 * <p>The native library is unpacked below the system property {@code matinee.native.cache} (the
 * temporary folder unless set), which a second process reuses.
 */
final class TensorFlowRuntime {

  private static final String NAME = "TensorFlow";

  static {
    Path cache =
        Path.of(
            System.getProperty(
                "matinee.native.cache",
                Path.of(System.getProperty("java.io.tmpdir"), "matinee-native").toString()));
    setUnlessGiven("ai.djl.offline", "true");
    setUnlessGiven("OPT_OUT_TRACKING", "true");
    setUnlessGiven("DJL_CACHE_DIR", cache.resolve("djl").toString());
    setUnlessGiven("org.bytedeco.javacpp.cachedir", cache.resolve("javacpp").toString());
  }

  private TensorFlowRuntime() {}

  /** Returns the engine, loaded at the first call. */
  static Engine engine() {
    return Engine.getEngine(NAME);
  }

  /**
   * Returns what to train on.
   *
   * @throws MatineeException DEVICE_UNAVAILABLE when a graphics processor is asked for and there is
   *     none
   */
  static Device device(DeviceChoice choice) {
    if (choice == DeviceChoice.CPU) {
      return Device.CPU;
    }
    Optional<String> obstacle =
        TensorFlowLibrary.gpuObstacle()
            .or(() -> seesGpu() ? Optional.empty() : Optional.of("TensorFlow sees no GPU here"));
    if (choice == DeviceChoice.GPU && obstacle.isPresent()) {
      throw MatineeException.of(
          Reason.DEVICE_UNAVAILABLE,
          "Nothing can be trained on a GPU: %s.".formatted(obstacle.get()));
    }
    return obstacle.isPresent() ? Device.CPU : Device.GPU;
  }

  private static boolean seesGpu() {
    return engine().hasCapability(StandardCapabilities.CUDA);
  }

  /** One thread, on which operations run in one order. */
  static ConfigProto configuration() {
    return ConfigProto.newBuilder()
        .setIntraOpParallelismThreads(1)
        .setInterOpParallelismThreads(1)
        .setAllowSoftPlacement(true)
        .build();
  }

  static String engineName() {
    return NAME;
  }

  private static void setUnlessGiven(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}

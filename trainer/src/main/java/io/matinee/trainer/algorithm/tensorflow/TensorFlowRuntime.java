package io.matinee.trainer.algorithm.tensorflow;

import ai.djl.engine.Engine;
import java.nio.file.Path;

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

  static String engineName() {
    return NAME;
  }

  private static void setUnlessGiven(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}

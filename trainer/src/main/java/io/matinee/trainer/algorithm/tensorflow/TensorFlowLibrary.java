package io.matinee.trainer.algorithm.tensorflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;

/**
 * TensorFlow's native library: which version it is, and whether this program carries it for the
 * machine that it runs on; found out without loading it.
 */
public final class TensorFlowLibrary {

  /** As TensorFlow's jars name them. */
  private static final List<String> PLATFORMS =
      List.of("linux-x86_64", "linux-arm64", "macosx-arm64");

  private static final String FOLDER = "org/tensorflow/internal/c_api/";
  private static final String FOR_GPUS = "-gpu";

  private TensorFlowLibrary() {}

  /** Returns the version of TensorFlow, as DJL reads it too. */
  public static String version() {
    Properties properties = new Properties();
    try (InputStream text =
        TensorFlowLibrary.class.getResourceAsStream("/native/lib/tensorflow.properties")) {
      properties.load(Objects.requireNonNull(text));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return properties.getProperty("version");
  }

  /** Returns why nothing can be trained on TensorFlow here; empty where it can. */
  static Optional<String> obstacle() {
    return obstacle(platform(), TensorFlowLibrary::isCarried);
  }

  /** Returns why TensorFlow uses no graphics processor here, even if there is one. */
  static Optional<String> gpuObstacle() {
    return gpuObstacle(platform(), TensorFlowLibrary::isCarried);
  }

  private static String platform() {
    return platform(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  private static boolean isCarried(String resource) {
    return TensorFlowLibrary.class.getClassLoader().getResource(resource) != null;
  }

  /**
   * Returns why nothing can be trained on TensorFlow on a platform; empty where it can.
   *
   * @param platform e.g. {@code linux-x86_64}
   * @param carried whether the program has a resource of a name
   */
  static Optional<String> obstacle(String platform, Predicate<String> carried) {
    if (!PLATFORMS.contains(platform)) {
      return Optional.of(
          "TensorFlow has no library for %s, only for %s"
              .formatted(platform, String.join(", ", PLATFORMS)));
    }
    return carried.test(library(platform)) || carried.test(library(platform + FOR_GPUS))
        ? Optional.empty()
        : Optional.of(
            "the program was built without TensorFlow's library for %s (MATINEE_TENSORFLOW_PLATFORM, -Dtensorflow.platform)"
                .formatted(platform));
  }

  /** As {@link #gpuObstacle()}, on a platform. */
  static Optional<String> gpuObstacle(String platform, Predicate<String> carried) {
    return carried.test(library(platform + FOR_GPUS))
        ? Optional.empty()
        : Optional.of(
            "the program was built without TensorFlow's library for GPUs (MATINEE_TENSORFLOW_PLATFORM=linux-x86_64-gpu)");
  }

  private static String library(String folder) {
    return FOLDER + folder + "/" + System.mapLibraryName("jnitensorflow");
  }

  /**
   * Returns a platform as TensorFlow's jars name it.
   *
   * @param system the JVM's {@code os.name}
   * @param architecture the JVM's {@code os.arch}
   */
  static String platform(String system, String architecture) {
    String name = system.toLowerCase(Locale.ROOT).split(" ", -1)[0];
    return (name.equals("mac") ? "macosx" : name)
        + "-"
        + switch (architecture) {
          case "amd64" -> "x86_64";
          case "aarch64" -> "arm64";
          default -> architecture;
        };
  }
}

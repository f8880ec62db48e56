package io.matinee.trainer.algorithm;

import java.util.List;
import java.util.Optional;

/**
 * A way to learn a scorer from ratings. Implementations are stateless, have a public constructor
 * without arguments and are listed in {@code
 * META-INF/services/io.matinee.trainer.algorithm.Algorithm}.
 */
public interface Algorithm {

  /** What it is and what can be set; needs no native library. */
  AlgorithmDescription description();

  /**
   * Returns why it cannot be trained on this machine, as part of a sentence; empty where it can.
   * Needs no native library.
   */
  default Optional<String> obstacle() {
    return Optional.empty();
  }

  /**
   * Returns why it cannot be trained on a graphics processor by this program, as part of a
   * sentence; empty where it can if one is there. Needs no native library.
   */
  default Optional<String> gpuObstacle() {
    return Optional.of("runs on the processor alone");
  }

  /**
   * Returns what it is trained on where a choice is made; may load its native library.
   *
   * @throws io.matinee.runtime.error.MatineeException DEVICE_UNAVAILABLE, saying why there is no
   *     graphics processor for it
   */
  default Device device(DeviceChoice choice) {
    return Device.CPU;
  }

  /**
   * Returns the arrays that a training makes and that grow with the data set: each is checked
   * before a run, so that the run need not look at its products of 32 bits.
   */
  default List<ArraySize> arrays(Extent extent) {
    return List.of();
  }

  /**
   * Trains a scorer. The same task gives the same factors, bit for bit.
   *
   * @param task the ratings and the settings
   * @param listener told after every epoch, on the calling thread
   */
  TrainedScorer train(TrainingTask task, ProgressListener listener);
}

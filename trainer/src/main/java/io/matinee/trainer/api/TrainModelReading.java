package io.matinee.trainer.api;

import io.matinee.model.ratings.EventKind;
import io.matinee.proto.trainer.v1.Device;
import io.matinee.proto.trainer.v1.TrainModelRequest;
import io.matinee.runtime.digest.RequestDigest;
import io.matinee.runtime.operation.RequestKey;
import io.matinee.trainer.algorithm.AlgorithmCatalogue;
import io.matinee.trainer.algorithm.AlgorithmChoice;
import io.matinee.trainer.algorithm.DeviceChoice;
import io.matinee.trainer.algorithm.Task;
import io.matinee.trainer.algorithm.preset.Preset;
import io.matinee.trainer.dataset.split.DatasetSplit;
import io.matinee.trainer.dataset.version.DatasetVersion;
import io.matinee.trainer.name.ModelName;
import io.matinee.trainer.name.SplitName;
import io.matinee.trainer.training.TrainingRequest;
import java.util.Optional;
import java.util.function.Function;

/** Reads what a caller wants to be trained, and fills in the defaults. */
final class TrainModelReading {
  private TrainModelReading() {}

  /**
   * Reads a request.
   *
   * @param dataset the version that it names
   * @param splits finds the stored split of a name
   */
  static TrainingRequest read(
      TrainModelRequest request, DatasetVersion dataset, Function<SplitName, DatasetSplit> splits) {
    if (request.getRequireUnremarkableData()) {
      DataCheckMessages.requireUnremarkable(dataset);
    }
    Optional<Preset> preset = PresetReading.of(request);
    boolean defaults = !request.hasRanking() && !request.hasRating() && preset.isEmpty();
    ChosenHoldOut holdOut = ChosenHoldOut.of(request.getHoldOut(), "hold_out", dataset, splits);
    return new TrainingRequest(
        ModelName.parse(request.getModel()),
        dataset,
        defaults || request.hasRanking()
            ? Optional.of(choice(request.getRanking(), Task.RANKING))
            : Optional.empty(),
        preset
            .map(chosen -> PresetReading.choice(chosen, request.getRating()))
            .or(() -> rating(request, dataset)),
        preset.map(Preset::id),
        request.getSeed(),
        device(request.getDevice()),
        holdOut.rule(),
        holdOut.split(),
        Optional.empty(),
        RequestKey.of(request.getRequestId(), RequestDigest.of(request)));
  }

  private static Optional<AlgorithmChoice> rating(
      TrainModelRequest request, DatasetVersion dataset) {
    return wantsRatings(request, dataset)
        ? Optional.of(choice(request.getRating(), Task.RATING))
        : Optional.empty();
  }

  /** Watches have no default that predicts ratings: beside a ranker only what is named counts. */
  private static boolean wantsRatings(TrainModelRequest request, DatasetVersion dataset) {
    if (dataset.manifest().scale().kind() == EventKind.RATING) {
      return request.hasRating() || !request.hasRanking();
    }
    boolean named =
        !request
            .getRating()
            .equals(io.matinee.proto.trainer.v1.AlgorithmChoice.getDefaultInstance());
    return named || (request.hasRating() && !request.hasRanking());
  }

  private static AlgorithmChoice choice(
      io.matinee.proto.trainer.v1.AlgorithmChoice choice, Task task) {
    String algorithm = choice.getAlgorithmId();
    return new AlgorithmChoice(
        algorithm.isEmpty() ? AlgorithmCatalogue.byDefault(task) : algorithm,
        HyperParameterValues.given(choice.getHyperParametersMap()));
  }

  private static DeviceChoice device(Device device) {
    return switch (device) {
      case DEVICE_CPU -> DeviceChoice.CPU;
      case DEVICE_GPU -> DeviceChoice.GPU;
      case DEVICE_AUTO, DEVICE_UNSPECIFIED, UNRECOGNIZED -> DeviceChoice.AUTO;
    };
  }
}

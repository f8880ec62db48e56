package io.matinee.trainer.api;

import io.matinee.model.ratings.EventKind;
import io.matinee.model.ratings.RatingScale;
import io.matinee.model.split.HoldOut;
import io.matinee.model.split.LastPerUser;
import io.matinee.model.split.LastShare;
import io.matinee.model.split.NoHoldOut;
import io.matinee.model.split.StoredSplit;
import io.matinee.proto.trainer.v1.TrainModelRequest;
import io.matinee.runtime.digest.RequestDigest;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.operation.RequestKey;
import io.matinee.trainer.algorithm.AlgorithmCatalogue;
import io.matinee.trainer.algorithm.AlgorithmChoice;
import io.matinee.trainer.algorithm.Task;
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
    boolean defaults = !request.hasRanking() && !request.hasRating();
    Optional<DatasetSplit> split =
        request.getHoldOut().hasStoredSplit()
            ? Optional.of(split(request.getHoldOut().getStoredSplit(), dataset, splits))
            : Optional.empty();
    return new TrainingRequest(
        ModelName.parse(request.getModel()),
        dataset,
        defaults || request.hasRanking()
            ? Optional.of(choice(request.getRanking(), Task.RANKING))
            : Optional.empty(),
        wantsRatings(request, dataset)
            ? Optional.of(choice(request.getRating(), Task.RATING))
            : Optional.empty(),
        request.getSeed(),
        split.map(TrainModelReading::stored).orElseGet(() -> rule(request.getHoldOut())),
        split,
        RequestKey.of(request.getRequestId(), RequestDigest.of(request)));
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

  private static HoldOut rule(io.matinee.proto.trainer.v1.HoldOut holdOut) {
    return switch (holdOut.getRuleCase()) {
      case HASH, RULE_NOT_SET -> HoldOutReading.hash(holdOut.getHash());
      case TIME_CUT -> HoldOutReading.timeCut(holdOut.getTimeCut());
      case LAST_PER_USER -> new LastPerUser(holdOut.getLastPerUser().getCount());
      case LAST_SHARE -> new LastShare(holdOut.getLastShare().getShare());
      case NONE -> new NoHoldOut();
      case STORED_SPLIT -> throw new IllegalStateException("a stored split is found by its name");
    };
  }

  private static HoldOut stored(DatasetSplit split) {
    return StoredSplit.of(split.name().toString(), split.manifest().digest());
  }

  private static DatasetSplit split(
      String name, DatasetVersion dataset, Function<SplitName, DatasetSplit> splits) {
    SplitName asked = SplitName.parse(name);
    if (!asked.dataset().equals(dataset.name().dataset())) {
      throw unfit("is of another data set than " + dataset.name());
    }
    DatasetSplit split = splits.apply(asked);
    RatingScale scale = dataset.manifest().scale();
    if (!split.manifest().scale().equals(scale)) {
      throw unfit(
          "holds out %s, and %s holds %s"
              .formatted(
                  split.manifest().scale().contentInWords(),
                  dataset.name(),
                  scale.contentInWords()));
    }
    return split;
  }

  private static MatineeException unfit(String problem) {
    return MatineeException.of(Reason.INVALID_REQUEST, "hold_out.stored_split " + problem + ".")
        .onField("hold_out.stored_split", problem);
  }
}

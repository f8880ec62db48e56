package io.matinee.trainer.api;

import io.matinee.model.split.HashHoldOut;
import io.matinee.model.split.HoldOut;
import io.matinee.model.split.NoHoldOut;
import io.matinee.model.split.TimeCut;
import io.matinee.proto.trainer.v1.TrainModelRequest;
import io.matinee.trainer.algorithm.AlgorithmChoice;
import io.matinee.trainer.dataset.version.DatasetVersion;
import io.matinee.trainer.name.ModelName;
import io.matinee.trainer.training.TrainingRequest;
import java.util.Map;
import java.util.Optional;

/** Reads what a caller wants to be trained, and fills in the defaults. */
final class TrainModelReading {
  private static final AlgorithmChoice DEFAULT_RANKING = new AlgorithmChoice("als", Map.of());
  private static final AlgorithmChoice DEFAULT_RATING = new AlgorithmChoice("biased-mf", Map.of());
  private static final double DEFAULT_SHARE = .2;

  private TrainModelReading() {}

  static TrainingRequest read(TrainModelRequest request, DatasetVersion dataset) {
    boolean defaults = !request.hasRanking() && !request.hasRating();
    Optional<AlgorithmChoice> ranking =
        request.hasRanking() ? Optional.of(choice(request.getRanking())) : Optional.empty();
    Optional<AlgorithmChoice> rating =
        request.hasRating() ? Optional.of(choice(request.getRating())) : Optional.empty();
    return new TrainingRequest(
        ModelName.parse(request.getModel()),
        dataset,
        defaults ? Optional.of(DEFAULT_RANKING) : ranking,
        defaults ? Optional.of(DEFAULT_RATING) : rating,
        request.getSeed(),
        holdOut(request.getHoldOut()),
        request.getRequestId());
  }

  private static AlgorithmChoice choice(io.matinee.proto.trainer.v1.AlgorithmChoice choice) {
    return new AlgorithmChoice(choice.getAlgorithmId(), choice.getHyperParametersMap());
  }

  private static HoldOut holdOut(io.matinee.proto.trainer.v1.HoldOut holdOut) {
    return switch (holdOut.getRuleCase()) {
      case HASH -> new HashHoldOut(holdOut.getHash().getShare(), holdOut.getHash().getSalt());
      case TIME_CUT -> new TimeCut(holdOut.getTimeCut().getSeconds());
      case NONE -> holdOut.getNone() ? new NoHoldOut() : new HashHoldOut(DEFAULT_SHARE, "");
      case RULE_NOT_SET -> new HashHoldOut(DEFAULT_SHARE, "");
    };
  }
}

package io.matinee.trainer.api;

import com.google.protobuf.Timestamp;
import io.matinee.model.split.HashHoldOut;
import io.matinee.model.split.HoldOut;
import io.matinee.model.split.LastPerUser;
import io.matinee.model.split.NoHoldOut;
import io.matinee.model.split.TimeCut;
import io.matinee.proto.trainer.v1.TrainModelRequest;
import io.matinee.runtime.digest.RequestDigest;
import io.matinee.runtime.error.Unimplemented;
import io.matinee.runtime.operation.RequestKey;
import io.matinee.trainer.algorithm.AlgorithmCatalogue;
import io.matinee.trainer.algorithm.AlgorithmChoice;
import io.matinee.trainer.algorithm.Task;
import io.matinee.trainer.dataset.version.DatasetVersion;
import io.matinee.trainer.name.ModelName;
import io.matinee.trainer.training.TrainingRequest;
import java.util.Optional;

/** Reads what a caller wants to be trained, and fills in the defaults. */
final class TrainModelReading {
  private static final double DEFAULT_SHARE = .2;

  private TrainModelReading() {}

  static TrainingRequest read(TrainModelRequest request, DatasetVersion dataset) {
    boolean defaults = !request.hasRanking() && !request.hasRating();
    return new TrainingRequest(
        ModelName.parse(request.getModel()),
        dataset,
        defaults || request.hasRanking()
            ? Optional.of(choice(request.getRanking(), Task.RANKING))
            : Optional.empty(),
        defaults || request.hasRating()
            ? Optional.of(choice(request.getRating(), Task.RATING))
            : Optional.empty(),
        request.getSeed(),
        holdOut(request.getHoldOut()),
        RequestKey.of(request.getRequestId(), RequestDigest.of(request)));
  }

  private static AlgorithmChoice choice(
      io.matinee.proto.trainer.v1.AlgorithmChoice choice, Task task) {
    String algorithm = choice.getAlgorithmId();
    return new AlgorithmChoice(
        algorithm.isEmpty() ? AlgorithmCatalogue.byDefault(task) : algorithm,
        HyperParameterValues.given(choice.getHyperParametersMap()));
  }

  private static HoldOut holdOut(io.matinee.proto.trainer.v1.HoldOut holdOut) {
    return switch (holdOut.getRuleCase()) {
      case HASH, RULE_NOT_SET -> hash(holdOut.getHash());
      case TIME_CUT -> new TimeCut(wholeSecondsFrom(holdOut.getTimeCut()));
      case LAST_PER_USER -> new LastPerUser(holdOut.getLastPerUser().getCount());
      case NONE -> new NoHoldOut();
      case STORED_SPLIT ->
          throw Unimplemented.of(
              "hold_out.stored_split",
              "is not supported yet: hold out by hash, time_cut, last_per_user or none");
    };
  }

  private static HoldOut hash(io.matinee.proto.trainer.v1.HashHoldOut hash) {
    return new HashHoldOut(hash.hasShare() ? hash.getShare() : DEFAULT_SHARE, hash.getSalt());
  }

  /** Ratings have whole seconds: the first that is not before a time. */
  private static long wholeSecondsFrom(Timestamp time) {
    return time.getSeconds() + (time.getNanos() > 0 ? 1 : 0);
  }
}

package io.matinee.trainer.api;

import com.google.protobuf.Timestamp;
import io.matinee.model.split.FoldHoldOut;
import io.matinee.model.split.HashHoldOut;
import io.matinee.model.split.TimeCut;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;

/** Reads the rules that runs and splits hold out by. */
final class HoldOutReading {
  private static final double DEFAULT_SHARE = .2;

  private HoldOutReading() {}

  static HashHoldOut hash(io.matinee.proto.trainer.v1.HashHoldOut hash) {
    return new HashHoldOut(hash.hasShare() ? hash.getShare() : DEFAULT_SHARE, hash.getSalt());
  }

  /**
   * Reads a fold.
   *
   * @throws MatineeException INVALID_REQUEST when there are fewer folds
   */
  static FoldHoldOut fold(io.matinee.proto.trainer.v1.FoldHoldOut fold) {
    if (fold.getFold() > fold.getFoldCount()) {
      String problem = "must be at most fold_count, %d".formatted(fold.getFoldCount());
      throw MatineeException.of(Reason.INVALID_REQUEST, "rule.fold.fold " + problem + ".")
          .onField("rule.fold.fold", problem);
    }
    return new FoldHoldOut(fold.getFoldCount(), fold.getFold(), fold.getSalt());
  }

  static TimeCut timeCut(Timestamp time) {
    return new TimeCut(WholeSeconds.from(time));
  }
}

package io.matinee.trainer.api;

import com.google.protobuf.Timestamp;
import io.matinee.model.split.HashHoldOut;
import io.matinee.model.split.TimeCut;

/** Reads the rules that runs and splits hold out by. */
final class HoldOutReading {
  private static final double DEFAULT_SHARE = .2;

  private HoldOutReading() {}

  static HashHoldOut hash(io.matinee.proto.trainer.v1.HashHoldOut hash) {
    return new HashHoldOut(hash.hasShare() ? hash.getShare() : DEFAULT_SHARE, hash.getSalt());
  }

  static TimeCut timeCut(Timestamp time) {
    return new TimeCut(WholeSeconds.from(time));
  }
}

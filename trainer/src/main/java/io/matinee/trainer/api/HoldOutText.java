package io.matinee.trainer.api;

import io.matinee.model.split.FoldHoldOut;
import io.matinee.model.split.HashHoldOut;
import io.matinee.model.split.HoldOut;
import io.matinee.model.split.LastPerUser;
import io.matinee.model.split.LastShare;
import io.matinee.model.split.NoHoldOut;
import io.matinee.model.split.StoredSplit;
import io.matinee.model.split.TimeCut;
import java.time.Instant;

/** Rules of held-out parts in a line, as the command line writes them. */
final class HoldOutText {
  private HoldOutText() {}

  /** Returns a rule, e.g. {@code last_per_user=2}; "" for a stored split, which has a name. */
  static String of(HoldOut rule) {
    return switch (rule) {
      case HashHoldOut(double share, String salt) -> "share=%s%s".formatted(share, salted(salt));
      case FoldHoldOut(int folds, int fold, String salt) ->
          "fold=%d/%d%s".formatted(fold, folds, salted(salt));
      case TimeCut(long epochSeconds) -> "time_cut=" + Instant.ofEpochSecond(epochSeconds);
      case LastPerUser(int count) -> "last_per_user=" + count;
      case LastShare(double share) -> "last_share=" + share;
      case NoHoldOut none -> "none";
      case StoredSplit stored -> "";
    };
  }

  private static String salted(String salt) {
    return salt.isEmpty() ? "" : ",salt=" + salt;
  }
}

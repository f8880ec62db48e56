package io.matinee.trainer.api;

import io.matinee.model.ratings.RatingScale;
import io.matinee.model.split.HoldOut;
import io.matinee.model.split.LastPerUser;
import io.matinee.model.split.LastShare;
import io.matinee.model.split.NoHoldOut;
import io.matinee.model.split.StoredSplit;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.dataset.split.DatasetSplit;
import io.matinee.trainer.dataset.version.DatasetVersion;
import io.matinee.trainer.name.SplitName;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a request wants to be held out.
 *
 * @param rule which ratings
 * @param split the stored split that this is; empty for other rules
 */
record ChosenHoldOut(HoldOut rule, Optional<DatasetSplit> split) {
  /**
   * Reads a hold-out.
   *
   * @param field where it stands in the request
   * @param dataset the version that it is of
   * @param splits finds the stored split of a name
   * @throws MatineeException INVALID_REQUEST for a split of another data set or scale
   */
  static ChosenHoldOut of(
      io.matinee.proto.trainer.v1.HoldOut holdOut,
      String field,
      DatasetVersion dataset,
      Function<SplitName, DatasetSplit> splits) {
    if (!holdOut.hasStoredSplit()) {
      return new ChosenHoldOut(rule(holdOut), Optional.empty());
    }
    DatasetSplit split = split(holdOut.getStoredSplit(), field + ".stored_split", dataset, splits);
    return new ChosenHoldOut(
        StoredSplit.of(split.name().toString(), split.manifest().digest()), Optional.of(split));
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

  private static DatasetSplit split(
      String name, String field, DatasetVersion dataset, Function<SplitName, DatasetSplit> splits) {
    SplitName asked = SplitName.parse(name);
    if (!asked.dataset().equals(dataset.name().dataset())) {
      throw unfit(field, "is of another data set than " + dataset.name());
    }
    DatasetSplit split = splits.apply(asked);
    RatingScale scale = dataset.manifest().scale();
    if (!split.manifest().scale().equals(scale)) {
      throw unfit(
          field,
          "holds out %s, and %s holds %s"
              .formatted(
                  split.manifest().scale().contentInWords(),
                  dataset.name(),
                  scale.contentInWords()));
    }
    return split;
  }

  private static MatineeException unfit(String field, String problem) {
    return MatineeException.of(Reason.INVALID_REQUEST, field + " " + problem + ".")
        .onField(field, problem);
  }
}

package io.matinee.trainer.api;

import com.google.protobuf.Timestamp;
import io.matinee.model.split.FoldHoldOut;
import io.matinee.model.split.HashHoldOut;
import io.matinee.model.split.HoldOut;
import io.matinee.model.split.LastPerUser;
import io.matinee.model.split.LastShare;
import io.matinee.model.split.NoHoldOut;
import io.matinee.model.split.StoredSplit;
import io.matinee.model.split.TimeCut;
import io.matinee.proto.trainer.v1.LastPerUserHoldOut;
import io.matinee.proto.trainer.v1.LastShareHoldOut;
import io.matinee.proto.trainer.v1.Split;
import io.matinee.proto.trainer.v1.SplitCounts;
import io.matinee.proto.trainer.v1.SplitRule;
import io.matinee.runtime.time.Times;
import io.matinee.trainer.dataset.split.DatasetSplit;
import io.matinee.trainer.dataset.split.SplitManifest;

/** Splits as messages. */
final class SplitMessages {

  private SplitMessages() {}

  static Split of(DatasetSplit split) {
    SplitManifest manifest = split.manifest();
    Split.Builder message = Split.newBuilder();
    DatasetMessages.scale(manifest.scale()).ifPresent(message::setScale);
    return message
        .setName(split.name().toString())
        .setDatasetVersion(manifest.datasetVersion())
        .setRule(rule(manifest))
        .setCounts(of(manifest.counts()))
        .setDigest(manifest.digest())
        .setCreateTime(Times.of(split.createTime()))
        .build();
  }

  private static SplitRule rule(SplitManifest manifest) {
    String other = manifest.ratingsOf();
    HoldOut rule = manifest.rule();
    return other != null || rule == null
        ? SplitRule.newBuilder().setRatingsOf(String.valueOf(other)).build()
        : rule(rule);
  }

  private static SplitRule rule(HoldOut rule) {
    SplitRule.Builder message = SplitRule.newBuilder();
    return switch (rule) {
      case HashHoldOut(double share, String salt) ->
          message
              .setHash(
                  io.matinee.proto.trainer.v1.HashHoldOut.newBuilder()
                      .setShare(share)
                      .setSalt(salt))
              .build();
      case FoldHoldOut(int folds, int fold, String salt) ->
          message
              .setFold(
                  io.matinee.proto.trainer.v1.FoldHoldOut.newBuilder()
                      .setFoldCount(folds)
                      .setFold(fold)
                      .setSalt(salt))
              .build();
      case TimeCut(long second) ->
          message.setTimeCut(Timestamp.newBuilder().setSeconds(second)).build();
      case LastPerUser(int count) ->
          message.setLastPerUser(LastPerUserHoldOut.newBuilder().setCount(count)).build();
      case LastShare(double share) ->
          message.setLastShare(LastShareHoldOut.newBuilder().setShare(share)).build();
      case NoHoldOut none -> throw new IllegalStateException("no split is made by " + none);
      case StoredSplit stored -> throw new IllegalStateException("no split is made by " + stored);
    };
  }

  private static SplitCounts of(io.matinee.trainer.dataset.split.SplitCounts counts) {
    return SplitCounts.newBuilder()
        .setRatings(counts.ratings())
        .setHeldOut(counts.heldOut())
        .setUsers(counts.users())
        .setMovies(counts.movies())
        .setAbsent(counts.absent())
        .build();
  }
}
